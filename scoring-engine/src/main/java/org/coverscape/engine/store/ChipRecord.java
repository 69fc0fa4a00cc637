package org.coverscape.engine.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ImagerySource;

/**
 * What a journal knows of one chip.
 *
 * @param outcome how it ended
 * @param imagery the images it was cut from, with their dates
 * @param service the endpoint that answered; empty where it is not scored
 * @param recorded when that was written down
 */
public record ChipRecord(
    ChipOutcome outcome, List<ImagerySource> imagery, Optional<String> service, Instant recorded) {
  /** Takes a copy of the list. */
  public ChipRecord {
    imagery = List.copyOf(imagery);
  }
}
