package org.coverscape.engine.training;

import org.coverscape.engine.chip.ChipGrid;
import org.locationtech.jts.geom.Envelope;

/**
 * Nine regularly spaced points of a cell, three by three, in the middles of its ninths: all of them
 * lie well inside, a sixth of the cell from its border.
 */
public final class NinePoints {
  /** How many there are. */
  public static final int COUNT = 9;

  private static final int SIDE = 3;

  private NinePoints() {}

  /**
   * Writes the points of a cell, row by row from its north-west.
   *
   * @param xy takes x, y, x, y…, in metres of the grid's system
   * @param at where in {@code xy} the first goes, counted in points
   */
  public static void of(ChipGrid grid, int row, int col, double[] xy, int at) {
    Envelope cell = grid.cell(row, col);
    double step = grid.cellSize() / SIDE;
    for (int i = 0; i < COUNT; i++) {
      int down = i / SIDE;
      int across = i % SIDE;
      xy[2 * (at + i)] = cell.getMinX() + step * (across + 0.5);
      xy[2 * (at + i) + 1] = cell.getMaxY() - step * (down + 0.5);
    }
  }
}
