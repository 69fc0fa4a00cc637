package org.coverscape.app.geo;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.draw.Sketch;
import org.coverscape.map.draw.SketchPolygon;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * Carries geometries between the engine and the map on screen, whose coordinates are metres of
 * EPSG:3857. Immutable and thread-safe; not for the screen's thread.
 */
public final class MapPlace {
  private static final int SCREEN = 3857;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private MapPlace() {}

  /** The system of the screen; the first call in a program takes seconds. */
  public static Crs screen() {
    return Crs.ofEpsg(SCREEN);
  }

  /**
   * What was drawn, as a region whose edges are straight as they were drawn.
   *
   * @throws IllegalArgumentException with one sentence when it is no valid ground
   */
  public static Region region(Sketch sketch) {
    Polygon[] polygons = sketch.polygons().stream().map(MapPlace::polygon).toArray(Polygon[]::new);
    Geometry drawn =
        polygons.length == 1 ? polygons[0] : GEOMETRY.createMultiPolygon(polygons).union();
    return new Region(drawn, screen());
  }

  private static Polygon polygon(SketchPolygon polygon) {
    List<LinearRing> rings = polygon.rings().stream().map(MapPlace::ring).toList();
    return GEOMETRY.createPolygon(
        rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(List<MapPoint> points) {
    Coordinate[] closed = new Coordinate[points.size() + 1];
    for (int i = 0; i < closed.length; i++) {
      MapPoint point = points.get(i % points.size());
      closed[i] = new Coordinate(point.x(), point.y());
    }
    return GEOMETRY.createLinearRing(closed);
  }

  /** A region as a drawing that can be changed, with the corners it has. */
  public static Sketch sketch(Region region) {
    Geometry onScreen = region.crs().to(screen()).transform(region.geometry());
    List<SketchPolygon> polygons = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(onScreen)) {
      Polygon polygon = (Polygon) part;
      List<List<MapPoint>> rings = new ArrayList<>();
      rings.add(points(polygon.getExteriorRing()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(points(polygon.getInteriorRingN(i)));
      }
      polygons.add(new SketchPolygon(rings));
    }
    return new Sketch(polygons);
  }

  private static List<MapPoint> points(LinearRing ring) {
    List<MapPoint> points = new ArrayList<>();
    Coordinate[] corners = ring.getCoordinates();
    for (int i = 0; i < corners.length - 1; i++) {
      points.add(new MapPoint(corners[i].x, corners[i].y));
    }
    return points;
  }

  /** The rings of a polygonal geometry on screen, each x, y, x, y…; lines and points have none. */
  public static List<double[]> rings(Geometry geometry, Crs crs) {
    Geometry onScreen = crs.to(screen()).transform(geometry);
    List<double[]> rings = new ArrayList<>();
    for (Object part : PolygonExtracter.getPolygons(onScreen)) {
      Polygon polygon = (Polygon) part;
      rings.add(flat(polygon.getExteriorRing().getCoordinates()));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        rings.add(flat(polygon.getInteriorRingN(i).getCoordinates()));
      }
    }
    return rings;
  }

  private static double[] flat(Coordinate[] corners) {
    double[] xy = new double[2 * corners.length];
    for (int i = 0; i < corners.length; i++) {
      xy[2 * i] = corners[i].x;
      xy[2 * i + 1] = corners[i].y;
    }
    return xy;
  }

  /** The rectangle of the map that holds a geometry. */
  public static MapBox box(Geometry geometry, Crs crs) {
    Envelope envelope = crs.to(screen()).transform(geometry).getEnvelopeInternal();
    return new MapBox(
        envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
  }

  /** The rectangle of the map that holds a region. */
  public static MapBox box(Region region) {
    return box(region.geometry(), region.crs());
  }
}
