package org.coverscape.app.model;

import java.util.Locale;

/** How a job of a project stood when the project was last saved. */
public enum JobState {
  /** It ran; found so at a start, the program was killed meanwhile. */
  RUNNING,
  /** The user stopped it, or a fault did. */
  STOPPED,
  /** Every cell had its end. */
  FINISHED;

  /** The name in a project file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static JobState of(RunState state) {
    return state.isActive() ? RUNNING : state == RunState.FINISHED ? FINISHED : STOPPED;
  }
}
