package org.coverscape.engine.vector;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The {@code coordinates} of a GeoJSON geometry before its type is known: a position, or a list of
 * such.
 */
final class GeoJsonPositions {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Set<String> TYPES =
      Set.of("Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon");

  /** Lists within lists of a MultiPolygon. */
  private static final int MAX_LISTS = 4;

  private final @Nullable Coordinate position;
  private final List<GeoJsonPositions> list;

  private GeoJsonPositions(@Nullable Coordinate position, List<GeoJsonPositions> list) {
    this.position = position;
    this.list = list;
  }

  static boolean isType(String type) {
    return TYPES.contains(type);
  }

  /** Reads the array whose opening bracket is the parser's present token. */
  static GeoJsonPositions read(JsonParser parser, int depth) throws IOException {
    return read(parser, MAX_LISTS, depth);
  }

  private static GeoJsonPositions read(JsonParser parser, int lists, int depth) throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw notNumbers();
    }
    if (lists == 0) {
      throw new FeatureException("The GeoJSON's coordinates are nested too deeply.");
    }
    JsonToken first = parser.nextToken();
    if (first != null && first.isNumeric()) {
      return new GeoJsonPositions(position(parser), List.of());
    }
    List<GeoJsonPositions> all = new ArrayList<>();
    for (JsonToken item = first; item != JsonToken.END_ARRAY; item = parser.nextToken()) {
      all.add(read(parser, lists - 1, depth));
    }
    return new GeoJsonPositions(null, all);
  }

  private static Coordinate position(JsonParser parser) throws IOException {
    double x = parser.getDoubleValue();
    JsonToken second = parser.nextToken();
    if (second == null || !second.isNumeric()) {
      throw new FeatureException("A position in the GeoJSON has one number where two belong.");
    }
    double y = parser.getDoubleValue();
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw notNumbers();
    }
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isScalarValue()) {
        throw notNumbers();
      }
    }
    return new Coordinate(x, y);
  }

  private static FeatureException notNumbers() {
    return new FeatureException("The GeoJSON has a coordinate that is not a number.");
  }

  Geometry geometry(String type) {
    return switch (type) {
      case "Point" ->
          list.isEmpty() && position == null
              ? GEOMETRY.createPoint()
              : GEOMETRY.createPoint(position());
      case "MultiPoint" -> GEOMETRY.createMultiPointFromCoords(positions());
      case "LineString" -> line();
      case "MultiLineString" ->
          GEOMETRY.createMultiLineString(
              lists().stream().map(GeoJsonPositions::line).toArray(LineString[]::new));
      case "Polygon" -> polygon();
      case "MultiPolygon" ->
          GEOMETRY.createMultiPolygon(
              lists().stream().map(GeoJsonPositions::polygon).toArray(Polygon[]::new));
      default -> throw new IllegalArgumentException(type);
    };
  }

  private LineString line() {
    Coordinate[] corners = positions();
    if (corners.length == 1) {
      throw new FeatureException("A line in the GeoJSON has a single point.");
    }
    return GEOMETRY.createLineString(corners);
  }

  private Polygon polygon() {
    List<GeoJsonPositions> rings = lists();
    if (rings.isEmpty()) {
      return GEOMETRY.createPolygon();
    }
    LinearRing[] holes =
        rings.subList(1, rings.size()).stream()
            .map(GeoJsonPositions::ring)
            .toArray(LinearRing[]::new);
    return GEOMETRY.createPolygon(rings.get(0).ring(), holes);
  }

  private LinearRing ring() {
    return Rings.of(GEOMETRY, positions());
  }

  private Coordinate[] positions() {
    return lists().stream().map(GeoJsonPositions::position).toArray(Coordinate[]::new);
  }

  private Coordinate position() {
    if (position == null) {
      throw mixed();
    }
    return position;
  }

  private List<GeoJsonPositions> lists() {
    if (position != null) {
      throw mixed();
    }
    return list;
  }

  private static FeatureException mixed() {
    return new FeatureException("The GeoJSON's coordinates do not fit the type of the geometry.");
  }
}
