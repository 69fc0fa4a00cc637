package org.coverscape.engine.imagery;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.ChipOutcome.Unscored;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.PixelWindow;

/** What becomes of one cell, as the years are tried from the newest. Not thread-safe. */
final class CellCut {
  /** Hands what became of a cell to a sink. */
  private interface Emission {
    void to(ChipCutter.ChipSink sink) throws InterruptedException;
  }

  private final ChipGrid grid;
  private final RegionCell cell;
  private final PixelWindow window;
  private final Set<String> ids = new LinkedHashSet<>();
  private boolean touched;
  private Optional<Emission> decided = Optional.empty();

  /** What becomes of it on a small image alone, should no year fill half of it. */
  private Optional<Emission> otherwise = Optional.empty();

  /** A cell that nothing is known of yet. */
  CellCut(ChipGrid grid, RegionCell cell) {
    this.grid = grid;
    this.cell = cell;
    window = Windows.support(grid, cell.row(), cell.col());
  }

  /** The pixels of the grid that make its chip. */
  PixelWindow window() {
    return window;
  }

  /** Whether older images cannot change what becomes of it. */
  boolean isDecided() {
    return decided.isPresent();
  }

  /**
   * Looks at what the images of one year painted.
   *
   * @param tiles the images, numbered from 1 on the canvas
   * @param open tells what was wrong with an image
   */
  void consider(Canvas canvas, List<PlacedTile> tiles, OpenTiles open) {
    ChipTally tally = ChipTally.of(canvas, window, tiles.size());
    List<String> yearIds = tally.ids(tiles);
    ids.addAll(yearIds);
    touched |= tally.isTouched();
    if (tally.unreadable() > 0 && tally.isHalf(tally.valid() + tally.unreadable())) {
      decided = Optional.of(unreadable(tally, tiles, open));
    } else if (tally.isHalf(tally.valid())) {
      byte[] rgb =
          tally.valid() == tally.pixels()
              ? ChipFiller.copied(canvas, window)
              : ChipFiller.filled(canvas, window);
      decided = Optional.of(chip(canvas, rgb, tally, yearIds));
    } else if (otherwise.isEmpty()) {
      otherwise = onSmallImage(canvas, tally, tiles, open);
    }
  }

  /** Takes a chip that was made without a canvas. */
  void decide(byte[] rgb, double validShare, List<String> from, long validCells) {
    Chip chip = new Chip(index(), rgb, validShare, from, validCells);
    decided = Optional.of(sink -> sink.chip(chip));
  }

  private Optional<Emission> onSmallImage(
      Canvas canvas, ChipTally tally, List<PlacedTile> tiles, OpenTiles open) {
    for (int i = 0; i < tiles.size(); i++) {
      if (tiles.get(i).isAloneIn(index())) {
        return tally.unreadable() > 0
            ? Optional.of(unreadable(tally, tiles, open))
            : MirrorFiller.mirrored(canvas, window, i + 1)
                .map(rgb -> chip(canvas, rgb, tally, tally.ids(tiles)));
      }
    }
    return Optional.empty();
  }

  private Emission chip(Canvas canvas, byte[] rgb, ChipTally tally, List<String> from) {
    long cells = tally.valid() == tally.pixels() ? Chip.ALL_CELLS : ValidCells.of(canvas, window);
    Chip chip = new Chip(index(), rgb, tally.validShare(), from, cells);
    return sink -> sink.chip(chip);
  }

  private Emission unreadable(ChipTally tally, List<PlacedTile> tiles, OpenTiles open) {
    PlacedTile worst = tiles.get(tally.mostBroken() - 1);
    String why = worst.tile().id() + ": " + open.fault(worst);
    return unscored(tally.ids(tiles), UnscoredReason.UNREADABLE, why);
  }

  private Emission unscored(List<String> from, UnscoredReason reason, String detail) {
    Unscored outcome = new Unscored(index(), from, reason, detail);
    return sink -> sink.unscored(outcome);
  }

  /** Says what became of it. */
  void emit(ChipCutter.ChipSink sink) throws InterruptedException {
    UnscoredReason reason = touched ? UnscoredReason.NODATA : UnscoredReason.NO_IMAGERY;
    decided.or(() -> otherwise).orElseGet(() -> unscored(List.copyOf(ids), reason, "")).to(sink);
  }

  private ChipIndex index() {
    return grid.index(cell.row(), cell.col());
  }
}
