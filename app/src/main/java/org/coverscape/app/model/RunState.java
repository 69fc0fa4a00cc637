package org.coverscape.app.model;

/** Where a run stands. */
public enum RunState {
  /** Nothing can be run yet: a region or imagery is missing. */
  NOTHING,
  /** A run can begin. */
  READY,
  /** Services and imagery are being opened. */
  STARTING,
  /** Chips are being scored. */
  RUNNING,
  /** No chips are sent until the user goes on. */
  PAUSED,
  /** The user ended it, and it is coming to its end. */
  STOPPING,
  /** Every cell has its end. */
  FINISHED,
  /** It ended before all cells had their turn, and can go on. */
  STOPPED;

  /** Whether a run is under way. */
  public boolean isActive() {
    return this == STARTING || this == RUNNING || this == PAUSED || this == STOPPING;
  }
}
