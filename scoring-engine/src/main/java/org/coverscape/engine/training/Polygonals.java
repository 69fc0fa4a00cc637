package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/** Drops what has no area. */
final class Polygonals {
  private Polygonals() {}

  /** The polygons of a geometry, as one. */
  static Geometry of(Geometry shape) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object polygon : PolygonExtracter.getPolygons(shape)) {
      polygons.add((Polygon) polygon);
    }
    return shape.getFactory().buildGeometry(polygons);
  }
}
