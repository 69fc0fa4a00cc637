package org.coverscape.engine.export;

import java.util.Map;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * How the chips of a job ended, where a map's cells cannot tell.
 *
 * @param total chips of the region
 * @param scored chips with an answer
 * @param unscored chips without one, by reason; reasons that did not occur may be left out
 */
public record ChipCounts(long total, long scored, Map<UnscoredReason, Long> unscored) {
  /** Takes a copy of the map. */
  public ChipCounts {
    unscored = Map.copyOf(unscored);
  }
}
