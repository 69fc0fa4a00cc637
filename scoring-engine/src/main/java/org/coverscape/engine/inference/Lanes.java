package org.coverscape.engine.inference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services of a pool and the choice among them. Guarded by the pool's lock. */
final class Lanes {
  private final List<Lane> lanes;
  private final int window;
  private int next;

  Lanes(List<InferenceService> services, int window) {
    this.lanes = services.stream().map(Lane::new).toList();
    this.window = window;
  }

  List<Lane> all() {
    return lanes;
  }

  /** How many chips the pool holds at most. */
  int capacity() {
    return window * lanes.size();
  }

  boolean noneLeft() {
    for (Lane lane : lanes) {
      if (lane.state() != ServiceState.DEAD) {
        return false;
      }
    }
    return true;
  }

  /**
   * The service for the next chip: the one with the fewest in flight, in turn where several are
   * equal; the one to avoid only where there is no other. Null when no window is open.
   */
  @Nullable Lane pick(@Nullable Lane avoid) {
    Lane best = null;
    int chosen = next;
    for (int i = 0; i < lanes.size(); i++) {
      int at = (next + i) % lanes.size();
      Lane lane = lanes.get(at);
      if (lane != avoid && open(lane) && (best == null || lane.inFlight() < best.inFlight())) {
        best = lane;
        chosen = at;
      }
    }
    if (best == null) {
      return avoid != null && open(avoid) ? avoid : null;
    }
    next = (chosen + 1) % lanes.size();
    return best;
  }

  private boolean open(Lane lane) {
    return lane.state() == ServiceState.UP && lane.inFlight() < window;
  }
}
