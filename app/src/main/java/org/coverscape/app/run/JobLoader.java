package org.coverscape.app.run;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.analysis.RegionAreas;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobJournal;

/** Brings a job back from its journal. Stateless; not for the screen's thread. */
public final class JobLoader {
  private static final String JOURNAL = "job.sqlite";

  private JobLoader() {}

  /** The journal in a job's folder. */
  public static Path journal(Path folder) {
    return folder.resolve(JOURNAL);
  }

  /**
   * A job as its journal has it.
   *
   * @param header what it was asked for
   * @param cells what is known of its cells
   * @param ground how much ground has which class
   * @param progress how far it is
   */
  public record Loaded(
      JobHeader header, CellStore cells, LiveAreas.Snapshot ground, Progress progress) {
    /** The ground of the job. */
    public Region region() {
      return header.region();
    }
  }

  /**
   * Reads a journal.
   *
   * @throws org.coverscape.engine.store.StoreException with one sentence when it cannot be read
   */
  public static Loaded load(Path journalFile) {
    try (JobJournal journal = JobJournal.open(journalFile)) {
      JobHeader header = journal.header();
      RegionAreas areas = RegionAreas.of(header.region(), header.mapGrid());
      LiveAreas live = new LiveAreas(areas);
      CellStore cells = CellStore.of(header.mapGrid());
      RegionCover.of(header.region(), header.mapGrid()).forEach(cells::expect);
      AtomicLong ended = new AtomicLong();
      AtomicLong failed = new AtomicLong();
      journal.forEach(
          outcome -> {
            if (isOfNoTurn(outcome)) {
              return;
            }
            cells.put(outcome);
            live.add(outcome);
            ended.incrementAndGet();
            if (isFailed(outcome)) {
              failed.incrementAndGet();
            }
          });
      return new Loaded(
          header,
          cells,
          live.snapshot(),
          new Progress(chips(header, areas), ended.get(), failed.get(), 0));
    }
  }

  private static long chips(JobHeader header, RegionAreas areas) {
    return header.cells() == CellSize.CHIP
        ? areas.cells()
        : RegionCover.of(header.region(), header.grid()).count();
  }

  /** A cancelled chip had no turn yet: it is as if it had not ended. */
  static boolean isOfNoTurn(ChipOutcome outcome) {
    return outcome instanceof ChipOutcome.Unscored unscored
        && unscored.reason() == UnscoredReason.CANCELLED;
  }

  static boolean isFailed(ChipOutcome outcome) {
    return outcome instanceof ChipOutcome.Unscored unscored && unscored.reason().isFault();
  }
}
