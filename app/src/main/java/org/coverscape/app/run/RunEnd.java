package org.coverscape.app.run;

import org.coverscape.engine.scoring.ScoringSummary;

/** How a run ended. */
public sealed interface RunEnd {
  /**
   * Every cell of the region has its end.
   *
   * @param summary what came of it
   */
  record Finished(ScoringSummary summary) implements RunEnd {}

  /** It was stopped; what was scored is kept. */
  record Cancelled() implements RunEnd {}

  /**
   * It could not begin or go on; what was scored is kept.
   *
   * @param sentence why, and what to do
   */
  record Failed(String sentence) implements RunEnd {}
}
