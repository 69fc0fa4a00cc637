package org.coverscape.engine.analysis;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.PolygonArea;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * The area of polygons on the ellipsoid of WGS 84 (GRS 80 differs by less than 1e-10), in square
 * metres.
 *
 * <p>Rings are measured as geodesic polygons after C. F. F. Karney, "Algorithms for geodesics", J.
 * Geodesy 87 (2013), by GeographicLib. An edge is straight in the system it is given in, not a
 * geodesic, so it is divided into pieces of at most {@value #STEP_METRES} m (or {@value
 * #STEP_DEGREES}°) first; what the two then enclose is a strip of under 0.15 mm along the outline.
 * Orientation of rings does not matter. Immutable and thread-safe.
 */
public final class GeodesicArea {
  private static final double STEP_METRES = 100;
  private static final double STEP_DEGREES = 0.001;

  private final CoordinateTransform toDegrees;
  private final double step;

  private GeodesicArea(CoordinateTransform toDegrees, double step) {
    this.toDegrees = toDegrees;
    this.step = step;
  }

  /** Measures geometries of one coordinate system. */
  public static GeodesicArea in(Crs crs) {
    return new GeodesicArea(crs.to(Crs.WGS84), crs.isGeographic() ? STEP_DEGREES : STEP_METRES);
  }

  /**
   * The area in square metres; geometries that are not polygons have none.
   *
   * @throws IllegalArgumentException when a vertex has no place on the ellipsoid
   */
  public double of(Geometry geometry) {
    double area = 0;
    for (Object part : PolygonExtracter.getPolygons(geometry)) {
      area += ofPolygon((Polygon) part);
    }
    return area;
  }

  private double ofPolygon(Polygon polygon) {
    double area = ofRing(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      area -= ofRing(polygon.getInteriorRingN(i));
    }
    return area;
  }

  private double ofRing(LinearRing ring) {
    CoordinateSequence points = ring.getCoordinateSequence();
    PolygonArea area = new PolygonArea(Geodesic.WGS84, false);
    for (int i = 1; i < points.size(); i++) {
      addEdge(area, points, i);
    }
    return Math.abs(area.Compute(false, true).area);
  }

  /** Adds the pieces of an edge without its last point, which the next edge starts with. */
  private void addEdge(PolygonArea area, CoordinateSequence points, int end) {
    double x = points.getX(end - 1);
    double y = points.getY(end - 1);
    double dx = points.getX(end) - x;
    double dy = points.getY(end) - y;
    int pieces = Math.max(1, (int) Math.ceil(Math.hypot(dx, dy) / step));
    double[] xy = new double[2 * pieces];
    for (int i = 0; i < pieces; i++) {
      xy[2 * i] = x + dx * i / pieces;
      xy[2 * i + 1] = y + dy * i / pieces;
    }
    toDegrees.transform(xy, pieces);
    for (int i = 0; i < pieces; i++) {
      area.AddPoint(xy[2 * i + 1], xy[2 * i]);
    }
  }
}
