package org.coverscape.engine.export;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.coverscape.engine.analysis.CellAreas;
import org.coverscape.engine.analysis.GeodesicArea;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;

/**
 * The cells that a region touches, as a rectangle that can be looked up: one bit a cell, and the
 * area of the cells on the border. Not thread-safe.
 */
final class CoveredCells {
  private final MappedRegion mapped;
  private final RegionCover cover;
  private final int width;
  private final BitSet covered = new BitSet();
  private final Map<Integer, Double> borderAreas = new HashMap<>();
  private final CellAreas areas;
  private int minRow = Integer.MAX_VALUE;
  private int maxRow = Integer.MIN_VALUE;
  private int minCol = Integer.MAX_VALUE;
  private int maxCol = Integer.MIN_VALUE;

  private CoveredCells(MappedRegion mapped) {
    this.mapped = mapped;
    cover = mapped.cover();
    width = cover.maxCol() - cover.minCol() + 1;
    areas = new CellAreas(mapped.grid());
  }

  /** Walks the cells of a region once. */
  static CoveredCells of(MappedRegion mapped) {
    CoveredCells cells = new CoveredCells(mapped);
    GeodesicArea measure = GeodesicArea.in(mapped.grid().crs());
    for (CoverBlock block : cells.cover) {
      for (RegionCell cell : block.cells()) {
        cells.add(cell, measure);
      }
    }
    if (cells.covered.isEmpty()) {
      throw new IllegalArgumentException("The region has no cells; choose a larger region.");
    }
    return cells;
  }

  private void add(RegionCell cell, GeodesicArea measure) {
    int at = at(cell.row(), cell.col());
    covered.set(at);
    cell.part().ifPresent(part -> borderAreas.put(at, measure.of(part)));
    minRow = Math.min(minRow, cell.row());
    maxRow = Math.max(maxRow, cell.row());
    minCol = Math.min(minCol, cell.col());
    maxCol = Math.max(maxCol, cell.col());
  }

  private int at(int row, int col) {
    return Math.addExact(Math.multiplyExact(row - cover.minRow(), width), col - cover.minCol());
  }

  MappedRegion mapped() {
    return mapped;
  }

  LandCoverMap map() {
    return mapped.map();
  }

  int minRow() {
    return minRow;
  }

  int maxRow() {
    return maxRow;
  }

  int minCol() {
    return minCol;
  }

  int maxCol() {
    return maxCol;
  }

  int rows() {
    return maxRow - minRow + 1;
  }

  int cols() {
    return maxCol - minCol + 1;
  }

  /** Whether the region touches the cell. */
  boolean contains(int row, int col) {
    return row >= minRow
        && row <= maxRow
        && col >= minCol
        && col <= maxCol
        && covered.get(at(row, col));
  }

  /** Whether a part of the cell lies outside the region. */
  boolean isBorder(int row, int col) {
    return borderAreas.containsKey(at(row, col));
  }

  /** The ground of a cell inside the region, in square metres on the ellipsoid. */
  double squareMetres(int row, int col) {
    Double border = borderAreas.get(at(row, col));
    return border != null ? border : areas.of(row, col);
  }

  /** What the cell is; one that the job did not reach is unscored. */
  CellState state(int row, int col) {
    if (!contains(row, col)) {
      return CellState.OUTSIDE;
    }
    CellState state = map().state(row, col);
    return state == CellState.OUTSIDE ? CellState.UNSCORED : state;
  }
}
