package org.coverscape.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The polygons of geometries, without the lines and points that overlays leave beside them. */
public final class Polygons {
  private Polygons() {}

  /** The polygons of a geometry; none makes an empty one. */
  public static MultiPolygon of(Geometry geometry) {
    List<Polygon> polygons = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      polygons.add((Polygon) part);
    }
    return geometry.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  /** The ground that both hold; both must be valid. */
  public static MultiPolygon intersection(Geometry first, Geometry second) {
    return of(OverlayNGRobust.overlay(first, second, OverlayNG.INTERSECTION));
  }
}
