package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;

/** Parts blocks into rows. */
final class CellRows {
  private CellRows() {}

  /** The cells of a block, row by row. */
  static List<List<RegionCell>> of(CoverBlock block) {
    List<List<RegionCell>> rows = new ArrayList<>();
    List<RegionCell> cells = block.cells();
    int from = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || cells.get(i).row() != cells.get(from).row()) {
        rows.add(cells.subList(from, i));
        from = i;
      }
    }
    return rows;
  }
}
