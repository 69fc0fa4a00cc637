package org.coverscape.engine.assessment;

import java.util.BitSet;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.MappedRegion;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Location;

/**
 * Whether points lie in a region: at once for those in cells that lie wholly inside, by the outline
 * for those in cells that it cuts. Points on the outline are inside.
 *
 * <p>Two bits a cell, and an index of the outline. Not thread-safe.
 */
final class RegionPoints {
  private final ChipGrid grid;
  private final RegionCover cover;
  private final int width;
  private final BitSet touched = new BitSet();
  private final BitSet cut = new BitSet();
  private final IndexedPointInAreaLocator outline;

  RegionPoints(MappedRegion mapped) {
    grid = mapped.grid();
    cover = mapped.cover();
    width = cover.maxCol() - cover.minCol() + 1;
    outline = new IndexedPointInAreaLocator(mapped.region().geometry());
    for (CoverBlock block : cover) {
      for (RegionCell cell : block.cells()) {
        int at = at(cell.row(), cell.col());
        touched.set(at);
        cut.set(at, !cell.isWhole());
      }
    }
  }

  private int at(int row, int col) {
    return Math.addExact(Math.multiplyExact(row - cover.minRow(), width), col - cover.minCol());
  }

  /** Whether a point, in metres of the grid, lies in the region. */
  boolean contains(double x, double y) {
    int row = grid.rowAt(y);
    int col = grid.colAt(x);
    if (row < cover.minRow()
        || row > cover.maxRow()
        || col < cover.minCol()
        || col > cover.maxCol()) {
      return false;
    }
    int at = at(row, col);
    return touched.get(at)
        && (!cut.get(at) || outline.locate(new Coordinate(x, y)) != Location.EXTERIOR);
  }
}
