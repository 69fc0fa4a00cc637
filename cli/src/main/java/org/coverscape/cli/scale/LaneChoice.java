package org.coverscape.cli.scale;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses the service for the next chip. */
final class LaneChoice {
  private final List<ServiceLane> lanes;
  private final Client.Dealing dealing;
  private final int window;
  private int turn;

  LaneChoice(List<ServiceLane> lanes, Client client) {
    this.lanes = lanes;
    dealing = client.dealing();
    window = client.window();
  }

  /** The service, or null when the chip has to wait. */
  @Nullable ServiceLane next() {
    return dealing == Client.Dealing.LEAST_BUSY ? leastBusy() : inTurn();
  }

  private @Nullable ServiceLane leastBusy() {
    ServiceLane best = null;
    for (ServiceLane lane : lanes) {
      if (isFree(lane) && (best == null || lane.inFlight() < best.inFlight())) {
        best = lane;
      }
    }
    return best;
  }

  /** Services that are down are passed over, those that are full are waited for. */
  private @Nullable ServiceLane inTurn() {
    for (int passed = 0; passed < lanes.size(); passed++) {
      ServiceLane lane = lanes.get(turn);
      if (lane.isUp() && !isFree(lane)) {
        return null;
      }
      turn = (turn + 1) % lanes.size();
      if (lane.isUp()) {
        return lane;
      }
    }
    return null;
  }

  private boolean isFree(ServiceLane lane) {
    return lane.isUp() && lane.inFlight() < window;
  }
}
