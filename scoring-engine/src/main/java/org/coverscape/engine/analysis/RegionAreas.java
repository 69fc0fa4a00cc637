package org.coverscape.engine.analysis;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.region.Region;

/**
 * The cells of a region and the ground of each that lies inside, in geodesic square metres.
 *
 * <p>Keeps one bit for a cell, and a number only for those that the outline cuts. Immutable once it
 * is made, and thread-safe.
 */
public final class RegionAreas {
  private final ChipGrid grid;
  private final RegionCover cover;
  private final CellAreas whole;
  private final double regionSquareMetres;
  private final Map<Integer, BitSet> rows = new HashMap<>();
  private final Map<Long, Double> clipped = new HashMap<>();
  private double coveredSquareMetres;
  private long cells;

  private RegionAreas(Region ground, ChipGrid grid) {
    this.grid = grid;
    cover = RegionCover.ofGround(ground.geometry(), grid);
    whole = new CellAreas(grid);
    GeodesicArea measure = GeodesicArea.in(grid.crs());
    regionSquareMetres = measure.of(ground.geometry());
    for (CoverBlock block : cover) {
      for (RegionCell cell : block.cells()) {
        rows.computeIfAbsent(cell.row(), r -> new BitSet()).set(cell.col() - cover.minCol());
        cell.part().ifPresent(part -> clipped.put(key(cell.row(), cell.col()), measure.of(part)));
        coveredSquareMetres += squareMetres(cell.row(), cell.col());
        cells++;
      }
    }
  }

  /** Measures the cells of a region, walking all of them once. */
  public static RegionAreas of(Region region, ChipGrid grid) {
    return new RegionAreas(region.in(grid.crs()), grid);
  }

  private static long key(int row, int col) {
    return ((long) row << 32) | (col & 0xFFFFFFFFL);
  }

  /** The grid of the cells. */
  ChipGrid grid() {
    return grid;
  }

  /** The region's cells; their outermost rows and columns too. */
  RegionCover cover() {
    return cover;
  }

  /** Area of the region's outline in square metres. */
  public double regionSquareMetres() {
    return regionSquareMetres;
  }

  /** The sum of all cells' ground in square metres: the region but for rounding. */
  public double coveredSquareMetres() {
    return coveredSquareMetres;
  }

  /** Number of cells. */
  public long cells() {
    return cells;
  }

  /** Whether the region touches a cell. */
  public boolean contains(int row, int col) {
    BitSet cols = rows.get(row);
    return cols != null && col >= cover.minCol() && cols.get(col - cover.minCol());
  }

  /** The ground of a cell within the region in square metres; 0 for cells that are not of it. */
  public double squareMetres(int row, int col) {
    if (!contains(row, col)) {
      return 0;
    }
    Double part = clipped.get(key(row, col));
    if (part != null) {
      return part;
    }
    synchronized (whole) {
      return whole.of(row, col);
    }
  }
}
