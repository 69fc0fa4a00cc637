package org.coverscape.engine.analysis;

import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.Region;

/** Cells of a region and the ground of each that lies inside, in square metres. Thread-safe. */
public final class RegionAreas {
  private RegionAreas() {}

  /** Measures the cells of a region, walking all of them once. */
  public static RegionAreas of(Region region, ChipGrid grid) {
    throw new UnsupportedOperationException(region + " " + grid);
  }

  /** Area of the region's outline in square metres. */
  public double regionSquareMetres() {
    return 0;
  }

  /** Number of cells. */
  public long cells() {
    return 0;
  }

  /** The ground of a cell within the region in square metres; 0 for cells that are not of it. */
  public double squareMetres(int row, int col) {
    return row + col;
  }
}
