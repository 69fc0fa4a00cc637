package org.coverscape.app.run;

import java.util.Locale;
import java.util.Optional;
import org.coverscape.app.work.CellWords;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.scoring.MapMemory;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.ScoringPlan;

/**
 * Whether the map of a run fits the program's memory, asked before its first chip.
 *
 * @param map what the map takes
 * @param cells how large its cells are
 * @param heap bytes that the program may use
 */
public record MapRoom(MapMemory map, CellSize cells, long heap) {
  /** The room that this program has for a plan's map. Not for the screen's thread. */
  public static MapRoom of(ScoringPlan plan) {
    return new MapRoom(MapMemory.of(plan), plan.cells(), Runtime.getRuntime().maxMemory());
  }

  /**
   * Refuses what does not fit.
   *
   * @throws PlanException with what to do
   */
  public void check() {
    refusal()
        .ifPresent(
            sentence -> {
              throw new PlanException(sentence);
            });
  }

  /** Why it does not fit, and what to do; empty where it does. */
  Optional<String> refusal() {
    return map.fits(heap)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "The map of this region takes about %,d MB of memory, and the program may use %,d;"
                    + " choose a smaller region%s.",
                map.megabytes(),
                heap >> 20,
                cells == CellSize.DENSE ? ", or " + CellWords.choose(CellSize.CHIP) : ""));
  }
}
