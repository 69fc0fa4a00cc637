package org.coverscape.benchmarks.step;

import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.UtmZone;

/** Chips to measure with. */
final class Chips {
  static final ChipGrid GRID = new ChipGrid(new UtmZone(12, true), 1, ChipGrid.CHIP_PIXELS);

  private Chips() {}

  /** A chip somewhere in the grid. */
  static Chip chip(int row, int col) {
    byte[] rgb = SyntheticGround.pixels(ChipGrid.CHIP_PIXELS, ChipGrid.CHIP_PIXELS, 3);
    return new Chip(GRID.index(row, col), rgb, 1, List.of("synthetic"));
  }
}
