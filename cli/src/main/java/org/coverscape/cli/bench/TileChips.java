package org.coverscape.cli.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.imagery.ChipCutter;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Chips cut from image files by a thread of its own while others are scored, over and over. What it
 * costs to know their answers is kept apart from what reading costs.
 */
final class TileChips implements ChipSupply {
  private static final int WAITING = 64;
  private static final long PATIENCE_SECONDS = 60;

  private final ScoringPlan plan;
  private final BlockingQueue<Chip> chips = new ArrayBlockingQueue<>(WAITING);
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread reader;
  private volatile @Nullable RuntimeException fault;
  private long checking;

  private TileChips(ScoringPlan plan) {
    this.plan = plan;
    reader = new Thread(this::readOnAndOn, "coverscape-bench-reader");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Chips of all images of a catalogue; starts to read.
   *
   * @throws org.coverscape.engine.scoring.PlanException when none can be scored
   */
  static TileChips of(SqliteTileCatalog catalog) {
    List<Geometry> outlines = catalog.all().stream().map(ImageryTile::footprint).toList();
    Geometry ground = new GeometryFactory().buildGeometry(outlines).union();
    return new TileChips(
        ScoringPlan.of(new Region(ground, Crs.WGS84), catalog, PlanOptions.DEFAULT));
  }

  private void readOnAndOn() {
    try {
      boolean any = true;
      while (any) {
        any = readOnce();
      }
      fault = new BenchFault("The imagery gives no chips; name images with ground to score.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it was closed
    } catch (RuntimeException e) {
      fault = e;
    }
  }

  /** Answers whether there was a chip at all. */
  private boolean readOnce() throws InterruptedException {
    Sink sink = new Sink();
    try (ChipCutter cutter = new ChipCutter(plan.tiles(), plan.grid(), AnyImagery.local())) {
      for (CoverBlock block : plan.cover()) {
        cutter.cut(block, sink);
      }
    }
    return sink.any;
  }

  @Override
  public Question next() throws InterruptedException {
    Chip chip = null;
    for (int second = 0; chip == null; second++) {
      RuntimeException thrown = fault;
      if (thrown != null) {
        throw thrown;
      }
      if (second > PATIENCE_SECONDS) {
        throw new BenchFault("The imagery could not be read in time; copy it to a faster disk.");
      }
      chip = chips.poll(1, TimeUnit.SECONDS);
    }
    long began = threads.getCurrentThreadCpuTime();
    Question question = Question.of(chip);
    checking += threads.getCurrentThreadCpuTime() - began;
    return question;
  }

  @Override
  public long checkingNanos() {
    return checking;
  }

  @Override
  public void close() {
    reader.interrupt();
  }

  private final class Sink implements ChipCutter.ChipSink {
    private boolean any;

    @Override
    public void chip(Chip chip) throws InterruptedException {
      any = true;
      chips.put(chip);
    }

    @Override
    public void unscored(ChipOutcome.Unscored outcome) {
      // such cells cost what they cost; only chips are counted
    }
  }
}
