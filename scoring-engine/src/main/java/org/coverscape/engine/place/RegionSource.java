package org.coverscape.engine.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.engine.vector.GeoJson;
import org.coverscape.engine.vector.WellKnownText;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The region a person names: a file of features, a rectangle in degrees, or GeoJSON or well-known
 * text as it is. All polygons of all features together are the region.
 *
 * <p>Every fault is an {@link IllegalArgumentException} whose message is one sentence for a person.
 */
public final class RegionSource {
  private RegionSource() {}

  /** Reads a file's name, {@code minx,miny,maxx,maxy} in degrees, GeoJSON or well-known text. */
  public static Region read(String argument) {
    String text = argument.strip();
    if (text.isEmpty()) {
      throw new FeatureException("No region is named; give a file or minx,miny,maxx,maxy.");
    }
    if (DegreeBox.isStart(text)) {
      return DegreeBox.read(text);
    }
    if (text.startsWith("{")) {
      return of(checked(GeoJson.read(text)));
    }
    if (WellKnownText.isStart(text) && (text.contains("(") || text.matches("(?is).*\\bEMPTY"))) {
      return of(checked(WellKnownText.read(text)));
    }
    return of(FeatureFile.read(argument));
  }

  private static FeatureCollection checked(FeatureCollection features) {
    Degrees.check(features);
    return features;
  }

  /** The region all polygons of a collection make together. */
  public static Region of(FeatureCollection features) {
    List<Polygon> polygons = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>();
    for (Feature feature : features.features()) {
      collect(feature.geometry(), polygons, others);
    }
    if (polygons.isEmpty()) {
      throw new FeatureException(
          others.isEmpty()
              ? "The region holds no shape; draw a polygon in it."
              : "The region holds "
                  + String.join(" and ", others)
                  + " but no polygon; draw a polygon around the ground you want.");
    }
    return union(polygons, features.crs());
  }

  private static void collect(Geometry shape, List<Polygon> polygons, Set<String> others) {
    if (shape.isEmpty()) {
      return;
    }
    if (shape instanceof Polygon polygon) {
      polygons.add(polygon);
    } else if (shape instanceof GeometryCollection) {
      for (int i = 0; i < shape.getNumGeometries(); i++) {
        collect(shape.getGeometryN(i), polygons, others);
      }
    } else {
      others.add(shape instanceof Lineal ? "lines" : "points");
    }
  }

  /** Each polygon is checked by itself first, so that the sentence can name the place. */
  private static Region union(List<Polygon> polygons, Crs crs) {
    List<Region> valid = polygons.stream().map(polygon -> new Region(polygon, crs)).toList();
    return valid.size() == 1
        ? valid.get(0)
        : new Region(OverlayNGRobust.union(List.<Geometry>copyOf(polygons)), crs);
  }
}
