package org.coverscape.engine.vector;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/** Makes rings of polygons out of what files hold. */
final class Rings {
  private Rings() {}

  /**
   * The ring through some corners, whose last may stand for the first or be left out.
   *
   * @throws FeatureException when there are fewer than three corners
   */
  static LinearRing close(GeometryFactory factory, Coordinate[] corners) {
    if (corners.length == 0) {
      return factory.createLinearRing();
    }
    Coordinate[] closed = corners;
    if (!corners[0].equals2D(corners[corners.length - 1])) {
      closed = Arrays.copyOf(corners, corners.length + 1);
      closed[corners.length] = corners[0].copy();
    }
    return of(factory, closed);
  }

  /**
   * The ring through corners of which the last repeats the first.
   *
   * @throws FeatureException when it does not, or there are fewer than three corners
   */
  static LinearRing of(GeometryFactory factory, Coordinate[] closed) {
    if (closed.length < 4) {
      throw new FeatureException("A polygon has a ring with fewer than three corners.");
    }
    Coordinate first = closed[0];
    if (!first.equals2D(closed[closed.length - 1])) {
      throw new FeatureException(
          "A polygon's ring that starts at "
              + Sentences.point(first)
              + " is not closed; repeat its first point at the end.");
    }
    return factory.createLinearRing(closed);
  }
}
