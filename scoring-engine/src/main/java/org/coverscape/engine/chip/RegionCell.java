package org.coverscape.engine.chip;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A cell of the grid that a region touches.
 *
 * @param row row of the cell
 * @param col column of the cell
 * @param clip the part of the cell that lies in the region, or null when all of it does
 */
public record RegionCell(int row, int col, @Nullable Geometry clip) {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Whether the whole cell lies in the region. */
  public boolean isWhole() {
    return clip == null;
  }

  /** The part inside the region, where that is not all of the cell. */
  public Optional<Geometry> part() {
    return Optional.ofNullable(clip);
  }

  /** The ground of the cell that lies in the region, in the grid's coordinates. */
  public Geometry ground(ChipGrid grid) {
    return clip != null ? clip : GEOMETRY.toGeometry(grid.cell(row, col));
  }
}
