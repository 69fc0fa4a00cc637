package org.coverscape.engine.region;

import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * The ground that is to be mapped: a valid polygon, or several, in a {@link Crs}.
 *
 * <p>Immutable by convention: nobody changes the geometry.
 *
 * @param geometry Polygon or MultiPolygon, not empty, valid by the OGC rules
 * @param crs what its coordinates mean
 */
public record Region(Geometry geometry, Crs crs) {
  /** Longest side of an edge, as a part of the envelope, before it is bent into another system. */
  private static final int EDGE_PARTS = 256;

  /**
   * Checks that there is ground inside.
   *
   * @throws IllegalArgumentException with one sentence for a person when there is not
   */
  public Region {
    if (!(geometry instanceof Polygonal)) {
      throw new IllegalArgumentException(
          "The region must be a polygon; it is a " + geometry.getGeometryType() + ".");
    }
    for (Coordinate c : geometry.getCoordinates()) {
      if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
        throw new IllegalArgumentException("The region has a coordinate that is not a number.");
      }
    }
    if (geometry.isEmpty() || isFlat(geometry)) {
      throw new IllegalArgumentException("The region is empty; draw a polygon with some area.");
    }
    TopologyValidationError fault = new IsValidOp(geometry).getValidationError();
    if (fault != null) {
      Coordinate at = fault.getCoordinate();
      throw new IllegalArgumentException(
          String.format(
              java.util.Locale.ROOT,
              "The region's outline is not valid near (%.6f, %.6f): %s. Correct it there and try again.",
              at.x,
              at.y,
              plain(fault)));
    }
  }

  /** Whether all corners lie on one line; an outline that crosses itself has no area either. */
  private static boolean isFlat(Geometry geometry) {
    return geometry.getArea() == 0 && geometry.convexHull().getArea() == 0;
  }

  /** A rectangle in degrees, longitudes first. */
  public static Region ofDegrees(double minX, double minY, double maxX, double maxY) {
    return new Region(
        new GeometryFactory().toGeometry(new Envelope(minX, maxX, minY, maxY)), Crs.WGS84);
  }

  private static String plain(TopologyValidationError fault) {
    return switch (fault.getErrorType()) {
      case TopologyValidationError.SELF_INTERSECTION,
          TopologyValidationError.RING_SELF_INTERSECTION ->
          "it crosses itself";
      case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "a hole lies outside its polygon";
      case TopologyValidationError.NESTED_SHELLS -> "one polygon lies inside another";
      case TopologyValidationError.TOO_FEW_POINTS -> "a ring has fewer than four points";
      case TopologyValidationError.RING_NOT_CLOSED -> "a ring is not closed";
      default -> fault.getMessage().toLowerCase(java.util.Locale.ROOT);
    };
  }

  /**
   * The same ground in another system. Edges are straight where they were drawn, so they are
   * divided before they are transformed.
   */
  public Region in(Crs target) {
    if (crs.sameGround(target)) {
      return new Region(geometry, target);
    }
    Envelope extent = geometry.getEnvelopeInternal();
    double step = Math.max(extent.getWidth(), extent.getHeight()) / EDGE_PARTS;
    Geometry dense = Densifier.densify(geometry, step);
    Geometry moved = crs.to(target).transform(dense);
    return new Region(moved.isValid() ? moved : moved.buffer(0), target);
  }

  /** The UTM zone that holds the centroid. */
  public UtmZone zone() {
    Point centroid = geometry.getCentroid();
    double[] lonLat = {centroid.getX(), centroid.getY()};
    crs.to(Crs.WGS84).transform(lonLat, 1);
    return UtmZone.containing(lonLat[0], lonLat[1]);
  }
}
