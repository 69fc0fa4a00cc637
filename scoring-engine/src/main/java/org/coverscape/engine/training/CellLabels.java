package org.coverscape.engine.training;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCell;

/** What is known of the ground, cell by cell. One thread. */
public interface CellLabels extends AutoCloseable {
  /**
   * The labels of cells, in their order.
   *
   * @param cells neighbours in one row of the grid, at most a block's width
   * @throws IOException with one plain sentence when the labels cannot be read
   */
  List<CellLabel> of(ChipGrid grid, List<RegionCell> cells) throws IOException;

  /** What a head's provenance says of them; names without folders. */
  Map<String, String> provenance();

  /** Codes or names that stand for no class and were met so far, in their order. */
  List<String> unknown();

  @Override
  void close() throws IOException;
}
