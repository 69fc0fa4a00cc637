package org.coverscape.engine.scoring;

import java.util.List;
import java.util.function.Predicate;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.ScanOrder;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.RasterReader;

/**
 * The first stage: reads the imagery block by block and queues the chips; cells that give no chip
 * go straight to their end. Runs on one thread.
 */
final class ChipReader {
  private final ScoringPlan plan;
  private final RasterReader.Opener imagery;
  private final ScanOrder order;
  private final Predicate<RegionCell> missing;
  private final ReaderSink sink;

  ChipReader(
      ScoringPlan plan,
      RasterReader.Opener imagery,
      ScanOrder order,
      Predicate<RegionCell> missing,
      ReaderSink sink) {
    this.plan = plan;
    this.imagery = imagery;
    this.order = order;
    this.missing = missing;
    this.sink = sink;
  }

  /** Reads everything, then queues an empty value as the end. */
  void run() throws InterruptedException {
    sink.begin();
    try (ChipCutter cutter = cutter()) {
      for (CoverBlock block : order.over(plan.cover())) {
        List<RegionCell> cells = block.cells().stream().filter(missing).toList();
        if (!cells.isEmpty()) {
          cutter.cut(new CoverBlock(cells), sink);
        }
      }
    }
    sink.end();
  }

  private ChipCutter cutter() {
    return order.isInReadingOrder()
        ? new ChipCutter(plan.tiles(), plan.grid(), imagery)
        : ChipCutter.inAnyOrder(plan.tiles(), plan.grid(), imagery);
  }

  double seconds() {
    return sink.seconds();
  }
}
