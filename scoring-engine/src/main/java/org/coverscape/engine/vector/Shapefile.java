package org.coverscape.engine.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.region.Crs;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads a shapefile (ESRI Shapefile Technical Description, July 1998): the shapes in {@code .shp},
 * their attributes in {@code .dbf}, the coordinate system in {@code .prj} and the encoding of text
 * in {@code .cpg}. Without a {@code .prj} coordinates that can be degrees are degrees.
 */
public final class Shapefile {
  private static final int MAX_TEXT = 1 << 16;

  /** The files that share a shapefile's name. */
  public interface Parts {
    /**
     * Opens the part with an ending.
     *
     * @param ending {@code shp}, {@code dbf}, {@code prj} or {@code cpg}
     * @return empty when there is no such part
     */
    Optional<InputStream> open(String ending) throws IOException;
  }

  private Shapefile() {}

  /**
   * Reads a shapefile.
   *
   * @throws FeatureException with one sentence when it is none
   * @throws IOException when a part cannot be read
   */
  public static FeatureCollection read(Parts parts) throws IOException {
    List<Geometry> shapes = shapes(parts);
    Crs crs = crs(parts, shapes);
    List<Feature> features = new ArrayList<>();
    try (Dbf table = Dbf.open(parts)) {
      for (Geometry shape : shapes) {
        @Nullable Map<String, Object> attributes = table.next();
        if (attributes != null) {
          features.add(new Feature(shape, attributes));
        }
      }
    }
    return new FeatureCollection(crs, features);
  }

  private static List<Geometry> shapes(Parts parts) throws IOException {
    try (InputStream in =
        parts
            .open("shp")
            .orElseThrow(
                () ->
                    new FeatureException(
                        "The .shp file is missing; keep all files of the shapefile together."))) {
      return new ShpReader(in).readAll();
    }
  }

  private static Crs crs(Parts parts, List<Geometry> shapes) throws IOException {
    Optional<String> definition = text(parts, "prj");
    if (definition.isPresent()) {
      return Systems.parse(definition.get());
    }
    Envelope extent = new Envelope();
    shapes.forEach(shape -> extent.expandToInclude(shape.getEnvelopeInternal()));
    if (!new Envelope(-180, 180, -90, 90).contains(extent) && !extent.isNull()) {
      throw new FeatureException(
          "The .prj file is missing, and the coordinates are no degrees; add the .prj file.");
    }
    return Crs.WGS84;
  }

  /** A small part as text; empty when it is not there or blank. */
  static Optional<String> text(Parts parts, String ending) throws IOException {
    Optional<InputStream> part = parts.open(ending);
    if (part.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = part.get()) {
      String text = new String(in.readNBytes(MAX_TEXT), StandardCharsets.UTF_8);
      return Optional.of(text.replace("\uFEFF", "").strip()).filter(found -> !found.isEmpty());
    }
  }
}
