package org.coverscape.engine.scoring;

import org.coverscape.engine.inference.ServiceStats;
import org.coverscape.engine.landcover.ChipOutcome;

/** What happens during a job. Events of one job may come from several threads. */
public sealed interface ScoringEvent {
  /**
   * The job has begun.
   *
   * @param total cells of the region
   * @param done cells that an earlier run scored already
   */
  record Started(long total, long done) implements ScoringEvent {}

  /**
   * A chip has ended, scored or not.
   *
   * @param outcome how
   */
  record ChipEnded(ChipOutcome outcome) implements ScoringEvent {}

  /**
   * A service came, went or came back.
   *
   * @param service its numbers
   */
  record ServiceChanged(ServiceStats service) implements ScoringEvent {}

  /**
   * The job has ended and its journal is complete.
   *
   * @param summary what came of it
   */
  record Finished(ScoringSummary summary) implements ScoringEvent {}
}
