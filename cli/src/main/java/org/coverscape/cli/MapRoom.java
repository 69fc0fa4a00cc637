package org.coverscape.cli;

import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.scoring.MapMemory;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.JobHeader;

/**
 * Whether a map fits the program's memory: that of a run, asked before its first chip and not after
 * its last, or that of a job which has run, perhaps where there was more.
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

  /** The room that this program has for the map of a job that has run. */
  static MapRoom of(JobHeader header) {
    return new MapRoom(
        MapMemory.of(header.region(), header.mapGrid()),
        header.cells(),
        Runtime.getRuntime().maxMemory());
  }

  /**
   * Refuses a run whose map does not fit.
   *
   * @throws UserException with what to do
   */
  void check() {
    refuse(refusal());
  }

  /**
   * Refuses a job whose map does not fit.
   *
   * @throws UserException with what to do
   */
  void checkJob() {
    refuse(refusalOfJob());
  }

  private static void refuse(Optional<String> refusal) {
    refusal.ifPresent(
        sentence -> {
          throw new UserException(sentence);
        });
  }

  /** Why the map of a job does not fit, and what to do; empty where it does. */
  Optional<String> refusalOfJob() {
    if (map.fits(heap)) {
      return Optional.empty();
    }
    return Optional.of(
        sentence("job", map.isPossible() ? moreHeap() : "score its ground in smaller regions"));
  }

  /** Why the map of a run does not fit, and what to do; empty where it does. */
  Optional<String> refusal() {
    if (map.fits(heap)) {
      return Optional.empty();
    }
    String more = map.isPossible() ? moreHeap() + ", " : "";
    String coarser = cells == CellSize.DENSE ? ", or use --cells chip" : "";
    return Optional.of(sentence("region", more + "split the region" + coarser));
  }

  private String moreHeap() {
    return "give more with COVERSCAPE_JAVA_OPTIONS=-Xmx" + map.heapMegabytes() + "m";
  }

  private String sentence(String whose, String advice) {
    return String.format(
        Locale.ROOT,
        "The map of this %s takes about %,d MB of memory, and the program may use %,d; %s.",
        whose,
        map.megabytes(),
        heap >> 20,
        advice);
  }
}
