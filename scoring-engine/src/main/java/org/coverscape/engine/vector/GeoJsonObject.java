package org.coverscape.engine.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.region.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * One GeoJSON object while its members are read, which may come in any order: a geometry, a feature
 * or a collection of either.
 */
final class GeoJsonObject {
  private static final int MAX_DEPTH = 16;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private @Nullable String type;
  private @Nullable GeoJsonPositions coordinates;
  private @Nullable GeoJsonObject geometry;
  private @Nullable List<Geometry> geometries;
  private @Nullable List<Feature> features;
  private @Nullable Crs crs;
  private Map<String, Object> properties = Map.of();

  private GeoJsonObject() {}

  /** Reads the object whose opening brace is the parser's present token. */
  static GeoJsonObject read(JsonParser parser, int depth) throws IOException {
    if (depth > MAX_DEPTH) {
      throw new FeatureException("The GeoJSON is nested too deeply; simplify it.");
    }
    GeoJsonObject object = new GeoJsonObject();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      object.member(name, value, parser, depth);
    }
    return object;
  }

  private void member(String name, JsonToken value, JsonParser parser, int depth)
      throws IOException {
    switch (name) {
      case "type" -> type = value == JsonToken.VALUE_STRING ? parser.getText() : null;
      case "coordinates" ->
          coordinates = value == JsonToken.VALUE_NULL ? null : GeoJsonPositions.read(parser, depth);
      case "geometry" -> geometry = isObject(value, parser) ? read(parser, depth + 1) : null;
      case "geometries" -> geometries = geometries(value, parser, depth);
      case "features" -> features = features(value, parser, depth);
      case "properties" -> properties = GeoJsonProperties.read(parser, value);
      case "crs" -> crs = isObject(value, parser) ? GeoJsonCrs.read(parser) : null;
      default -> parser.skipChildren();
    }
  }

  private static boolean isObject(JsonToken value, JsonParser parser) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
    }
    return value == JsonToken.START_OBJECT;
  }

  private static List<Geometry> geometries(JsonToken value, JsonParser parser, int depth)
      throws IOException {
    List<Geometry> all = new ArrayList<>();
    for (JsonToken item = first(value, parser); item != null; item = next(parser)) {
      all.add(read(parser, depth + 1).geometry());
    }
    return all;
  }

  private static List<Feature> features(JsonToken value, JsonParser parser, int depth)
      throws IOException {
    List<Feature> all = new ArrayList<>();
    for (JsonToken item = first(value, parser); item != null; item = next(parser)) {
      all.addAll(read(parser, depth + 1).features());
    }
    return all;
  }

  private static @Nullable JsonToken first(JsonToken value, JsonParser parser) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      throw new FeatureException("The GeoJSON's collection is not a list; export it again.");
    }
    return next(parser);
  }

  private static @Nullable JsonToken next(JsonParser parser) throws IOException {
    JsonToken item = parser.nextToken();
    if (item == JsonToken.END_ARRAY) {
      return null;
    }
    if (item != JsonToken.START_OBJECT) {
      throw new FeatureException("The GeoJSON's collection holds something that is no object.");
    }
    return item;
  }

  /** The system the object names, where it does. */
  Optional<Crs> crs() {
    return Optional.ofNullable(crs);
  }

  /** The features the object stands for. */
  List<Feature> features() {
    if ("FeatureCollection".equals(type)) {
      if (features == null) {
        throw new FeatureException("The GeoJSON's FeatureCollection has no features.");
      }
      return features;
    }
    if ("Feature".equals(type)) {
      Geometry shape = geometry == null ? GEOMETRY.createPolygon() : geometry.geometry();
      return List.of(new Feature(shape, properties));
    }
    return List.of(Feature.of(geometry()));
  }

  private Geometry geometry() {
    if (type == null) {
      throw new FeatureException("The text is JSON, but not GeoJSON: a type is missing.");
    }
    if (type.equals("GeometryCollection")) {
      if (geometries == null) {
        throw new FeatureException("The GeoJSON's GeometryCollection has no geometries.");
      }
      return GEOMETRY.createGeometryCollection(geometries.toArray(Geometry[]::new));
    }
    if (!GeoJsonPositions.isType(type)) {
      throw new FeatureException(
          "The text is JSON, but '" + Sentences.shorten(type) + "' is no type of GeoJSON.");
    }
    if (coordinates == null) {
      throw new FeatureException("The GeoJSON's " + type + " has no coordinates.");
    }
    return coordinates.geometry(type);
  }
}
