package org.coverscape.engine.scoring;

import org.coverscape.engine.inference.ServicePoolListener;

/**
 * Hears what happens during a job; called on the job's threads, so it must be quick and
 * thread-safe.
 */
@FunctionalInterface
public interface ScoringListener {
  /** Hears nothing. */
  ScoringListener NONE = event -> {};

  /** Takes one event. */
  void on(ScoringEvent event);

  /** This listener as one that hears of services coming and going. */
  default ServicePoolListener services() {
    return stats -> on(new ScoringEvent.ServiceChanged(stats));
  }
}
