package org.coverscape.app.run;

import java.util.Locale;
import org.coverscape.app.work.CellWords;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.scoring.MapMemory;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.JobHeader;
import org.coverscape.engine.store.JobJournal;

/**
 * Whether a map fits the program's memory: that of a run, asked before its first chip, or that of a
 * job which has run, perhaps where there was more.
 *
 * @param map what the map takes
 * @param cells how large its cells are
 * @param heap bytes that the program may use
 */
public record MapRoom(MapMemory map, CellSize cells, long heap) {
  /** The room that this program has for a plan's map. Not for the screen's thread. */
  public static MapRoom of(ScoringPlan plan) {
    return new MapRoom(
        MapMemory.of(plan).inWindow(), plan.cells(), Runtime.getRuntime().maxMemory());
  }

  /**
   * Reads a job's result by now, all at once. Not for the screen's thread.
   *
   * @throws PlanException with what to do when it does not fit
   * @throws org.coverscape.engine.store.StoreException with one sentence when it cannot be read
   */
  public static MappedRegion read(JobJournal journal) {
    JobHeader header = journal.header();
    MapMemory map = MapMemory.of(header.region(), header.mapGrid()).inWindow();
    new MapRoom(map, header.cells(), Runtime.getRuntime().maxMemory()).checkJob();
    return journal.read();
  }

  /**
   * Refuses a run whose map does not fit.
   *
   * @throws PlanException with what to do
   */
  public void check() {
    String coarser = cells == CellSize.DENSE ? ", or " + CellWords.choose(CellSize.CHIP) : "";
    refuse("region", "choose a smaller region" + coarser);
  }

  /**
   * Refuses a job whose map does not fit.
   *
   * @throws PlanException with what to do
   */
  void checkJob() {
    refuse("job", "open it on a computer with more memory");
  }

  private void refuse(String whose, String advice) {
    if (!map.fits(heap)) {
      throw new PlanException(
          String.format(
              Locale.ROOT,
              "The map of this %s takes about %,d MB of memory, and the program may use %,d; %s.",
              whose,
              map.megabytes(),
              heap >> 20,
              advice));
    }
  }
}
