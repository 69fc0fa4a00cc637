package org.coverscape.engine.scoring;

/** Hears what happens during a job; called on the job's threads, so it must be quick and thread-safe. */
@FunctionalInterface
public interface ScoringListener {
  /** Hears nothing. */
  ScoringListener NONE = event -> {};

  /** Takes one event. */
  void on(ScoringEvent event);
}
