package org.coverscape.app.run;

import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.inference.ServiceStats;

/** Shows a run; every method is called on the screen's thread. */
public interface RunView {
  /** The services answer and the first chips are on their way. */
  void started();

  /** So far it is, told some times a second. */
  void progressed(Progress progress);

  /** So much ground has which class by now. */
  void measured(LiveAreas.Snapshot ground);

  /** A service came, went or came back. */
  void serviceChanged(ServiceStats service);

  /** The run is over. */
  void ended(RunEnd end);
}
