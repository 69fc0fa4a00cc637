package org.coverscape.cli;

import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.scoring.MapMemory;
import org.coverscape.engine.scoring.ScoringPlan;

/**
 * Whether the map of a run fits the program's memory, asked before its first chip and not after its
 * last.
 *
 * @param map what the map takes
 * @param cells how large its cells are
 * @param heap bytes that the program may use
 */
record MapRoom(MapMemory map, CellSize cells, long heap) {
  /** The room that this program has for a plan's map. */
  static MapRoom of(ScoringPlan plan) {
    return new MapRoom(MapMemory.of(plan), plan.cells(), Runtime.getRuntime().maxMemory());
  }

  /**
   * Refuses what does not fit.
   *
   * @throws UserException with what to do
   */
  void check() {
    refusal()
        .ifPresent(
            sentence -> {
              throw new UserException(sentence);
            });
  }

  /** Why it does not fit, and what to do; empty where it does. */
  Optional<String> refusal() {
    if (map.fits(heap)) {
      return Optional.empty();
    }
    String more =
        map.isPossible()
            ? String.format(
                Locale.ROOT,
                "give more with COVERSCAPE_JAVA_OPTIONS=-Xmx%dm, split the region",
                map.heapMegabytes())
            : "split the region";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The map of this region takes about %,d MB of memory, and the program may use %,d; %s%s.",
            map.megabytes(),
            heap >> 20,
            more,
            cells == CellSize.DENSE ? ", or use --cells chip" : ""));
  }
}
