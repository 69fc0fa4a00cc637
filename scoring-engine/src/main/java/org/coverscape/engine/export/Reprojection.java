package org.coverscape.engine.export;

import org.coverscape.engine.analysis.Polygons;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * Brings polygons of the grid to another coordinate system.
 *
 * <p>Sides are divided at every corner of a cell first, so that what is straight in the grid bends
 * as it must, and neighbours bend alike. Immutable and thread-safe.
 */
final class Reprojection {
  private static final double ROUNDING = 1e-9;

  private final CoordinateTransform transform;
  private final double step;
  private final Crs target;

  private Reprojection(CoordinateTransform transform, double step, Crs target) {
    this.transform = transform;
    this.step = step;
    this.target = target;
  }

  /** From a grid's coordinates to another system, which may be the same. */
  static Reprojection of(CoveredCells cells, Crs target) {
    return new Reprojection(
        cells.mapped().grid().crs().to(target),
        cells.mapped().grid().cellSize() * (1 + ROUNDING),
        target);
  }

  /** What the coordinates mean afterwards. */
  Crs target() {
    return target;
  }

  MultiPolygon apply(MultiPolygon polygons) {
    if (transform == CoordinateTransform.IDENTITY) {
      return polygons;
    }
    Densifier densifier = new Densifier(polygons);
    densifier.setDistanceTolerance(step);
    densifier.setValidate(false);
    Geometry moved = transform.transform(densifier.getResultGeometry());
    return Polygons.of(moved.isValid() ? moved : GeometryFixer.fix(moved));
  }
}
