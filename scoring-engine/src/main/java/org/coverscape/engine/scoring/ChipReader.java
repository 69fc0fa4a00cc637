package org.coverscape.engine.scoring;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.ScanOrder;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.ChipCutter.ChipSink;
import org.coverscape.engine.landcover.ChipOutcome;

/**
 * The first stage: reads the imagery block by block and queues the chips; cells that give no chip
 * go straight to their end. Runs on one thread.
 */
final class ChipReader {
  private final ScoringPlan plan;
  private final ScanOrder order;
  private final Predicate<RegionCell> missing;
  private final BlockingQueue<Optional<Chip>> chips;
  private final Consumer<ChipOutcome> ended;
  private final Stopwatch watch = new Stopwatch();

  ChipReader(
      ScoringPlan plan,
      ScanOrder order,
      Predicate<RegionCell> missing,
      BlockingQueue<Optional<Chip>> chips,
      Consumer<ChipOutcome> ended) {
    this.plan = plan;
    this.order = order;
    this.missing = missing;
    this.chips = chips;
    this.ended = ended;
  }

  /** Reads everything, then queues an empty value as the end. */
  void run() throws InterruptedException {
    watch.start();
    try (ChipCutter cutter = cutter()) {
      for (CoverBlock block : order.over(plan.cover())) {
        List<RegionCell> cells = block.cells().stream().filter(missing).toList();
        if (!cells.isEmpty()) {
          cutter.cut(new CoverBlock(cells), new Sink());
        }
      }
    }
    watch.pause();
    chips.put(Optional.empty());
  }

  private ChipCutter cutter() {
    return order.isInReadingOrder()
        ? new ChipCutter(plan.tiles(), plan.grid())
        : ChipCutter.inAnyOrder(plan.tiles(), plan.grid());
  }

  double seconds() {
    return watch.seconds();
  }

  private final class Sink implements ChipSink {
    @Override
    public void chip(Chip chip) throws InterruptedException {
      // waiting for room is not reading
      watch.pause();
      chips.put(Optional.of(chip));
      watch.start();
    }

    @Override
    public void unscored(ChipOutcome.Unscored outcome) {
      ended.accept(outcome);
    }
  }
}
