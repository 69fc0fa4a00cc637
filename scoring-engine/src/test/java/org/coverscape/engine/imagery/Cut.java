package org.coverscape.engine.imagery;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.landcover.ChipOutcome.Unscored;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.UtmZone;

/** What came out of a cutter, for tests. */
final class Cut implements ChipCutter.ChipSink {
  static final ChipGrid GRID = ChipGrid.of(new UtmZone(11, true));

  final Map<ChipIndex, Chip> chips = new LinkedHashMap<>();
  final Map<ChipIndex, Unscored> unscored = new LinkedHashMap<>();
  final List<ChipIndex> order = new ArrayList<>();

  @Override
  public void chip(Chip chip) {
    order.add(chip.index());
    chips.put(chip.index(), chip);
  }

  @Override
  public void unscored(Unscored outcome) {
    order.add(outcome.index());
    unscored.put(outcome.index(), outcome);
  }

  static Cut of(ChipGrid grid, List<ImageryTile> tiles, Iterable<CoverBlock> blocks)
      throws InterruptedException {
    Cut cut = new Cut();
    try (ChipCutter cutter = new ChipCutter(tiles, grid, AnyImagery.local())) {
      for (CoverBlock block : blocks) {
        cutter.cut(block, cut);
      }
    }
    return cut;
  }

  /** Cuts the cells of some rows and columns of the 1 m grid of zone 11. */
  static Cut cells(List<ImageryTile> tiles, int row, int col, int rows, int cols)
      throws InterruptedException {
    return of(GRID, tiles, List.of(block(row, col, rows, cols)));
  }

  /** Cuts one cell. */
  static Cut one(List<ImageryTile> tiles, int row, int col) throws InterruptedException {
    return cells(tiles, row, col, 1, 1);
  }

  static CoverBlock block(int row, int col, int rows, int cols) {
    List<RegionCell> cells = new ArrayList<>();
    for (int r = row + rows - 1; r >= row; r--) {
      for (int c = col; c < col + cols; c++) {
        cells.add(new RegionCell(r, c, null));
      }
    }
    return new CoverBlock(cells);
  }

  Chip chip() {
    return chips.values().iterator().next();
  }

  Chip chip(int row, int col) {
    return Objects.requireNonNull(chips.get(GRID.index(row, col)), "no chip there");
  }

  Unscored unscored(int row, int col) {
    return Objects.requireNonNull(unscored.get(GRID.index(row, col)), "not unscored");
  }

  Optional<UnscoredReason> reason() {
    return unscored.values().stream().findFirst().map(Unscored::reason);
  }

  static ImageryTile tile(Path file) {
    IndexOutcome outcome = new ImageryIndexer(AnyImagery.local()).read(file);
    if (outcome instanceof IndexOutcome.Indexed indexed) {
      return indexed.tile();
    }
    throw new AssertionError(outcome.toString());
  }
}
