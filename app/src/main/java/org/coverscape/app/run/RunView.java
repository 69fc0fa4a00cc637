package org.coverscape.app.run;

import java.util.List;
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

  /** How the services do, in the order of the request; told when one comes or goes as well. */
  void serviceMeasured(List<ServiceStats> stats);

  /** The run is over. */
  void ended(RunEnd end);
}
