package org.coverscape.engine.region;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * Turns coordinates of one {@link Crs} into those of another, in place.
 *
 * <p>Implementations are thread-safe.
 */
@FunctionalInterface
public interface CoordinateTransform {
  /** Leaves coordinates as they are. */
  CoordinateTransform IDENTITY = (xy, count) -> {};

  /**
   * Transforms {@code count} points, stored x, y, x, y…, in place.
   *
   * @throws IllegalArgumentException when a point has no image in the target system
   */
  void transform(double[] xy, int count);

  /** A transformed copy of a geometry; vertices move, no vertex is added. */
  default Geometry transform(Geometry geometry) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            double[] xy = {sequence.getX(i), sequence.getY(i)};
            transform(xy, 1);
            sequence.setOrdinate(i, CoordinateSequence.X, xy[0]);
            sequence.setOrdinate(i, CoordinateSequence.Y, xy[1]);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }
}
