package org.coverscape.engine.scoring;

import java.util.Map;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * What came of a run.
 *
 * @param total cells of the region
 * @param earlier cells that an earlier run had scored
 * @param scored cells that this run scored
 * @param unscored cells without an answer, by reason, those that were never reached as cancelled;
 *     only reasons that occurred
 * @param cancelled whether the run was stopped
 * @param totalSeconds wall time of the run
 * @param readingSeconds time spent reading and cutting imagery
 * @param scoringSeconds time from the first chip sent to the last answer
 */
public record ScoringSummary(
    long total,
    long earlier,
    long scored,
    Map<UnscoredReason, Long> unscored,
    boolean cancelled,
    double totalSeconds,
    double readingSeconds,
    double scoringSeconds) {
  /** Takes a copy of the map. */
  public ScoringSummary {
    unscored = Map.copyOf(unscored);
  }

  /** Cells that a fault kept from being scored. */
  public long faults() {
    return unscored.entrySet().stream()
        .filter(e -> e.getKey().isFault())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Chips answered in this run per second of scoring. */
  public double imagesPerSecond() {
    return scoringSeconds > 0 ? scored / scoringSeconds : 0;
  }
}
