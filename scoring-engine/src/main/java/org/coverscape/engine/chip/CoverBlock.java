package org.coverscape.engine.chip;

import java.util.List;

/**
 * Cells of a region that lie close together, in the order in which they are taken: usually by rows
 * from the north, each row from the west.
 *
 * @param cells the cells, not empty
 */
public record CoverBlock(List<RegionCell> cells) {
  /** Takes a copy of the list. */
  public CoverBlock {
    cells = List.copyOf(cells);
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("A block has at least one cell.");
    }
  }
}
