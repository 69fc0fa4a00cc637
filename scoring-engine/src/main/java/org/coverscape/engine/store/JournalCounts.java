package org.coverscape.engine.store;

import java.util.Map;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * How many chips ended how; chips that were never reached are in neither.
 *
 * @param scored chips with an answer, "none of the six" among them
 * @param unscored chips without one, by reason; reasons without chips are left out
 */
public record JournalCounts(long scored, Map<UnscoredReason, Long> unscored) {
  /** Takes a copy of the map. */
  public JournalCounts {
    unscored = Map.copyOf(unscored);
  }

  /** Chips with a row of their own. */
  public long total() {
    return scored + unscored.values().stream().mapToLong(Long::longValue).sum();
  }
}
