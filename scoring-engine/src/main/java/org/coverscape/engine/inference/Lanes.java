package org.coverscape.engine.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The services of a pool and the choice among them. Guarded by the pool's lock. */
final class Lanes {
  private final List<Lane> lanes = new ArrayList<>();
  private final PoolSettings settings;
  private int next;

  Lanes(List<InferenceService> services, PoolSettings settings, long now) {
    this.settings = settings;
    services.forEach(service -> add(service, now));
  }

  Lane add(InferenceService service, long now) {
    Lane lane = new Lane(service, settings, now);
    lanes.add(lane);
    return lane;
  }

  List<Lane> all() {
    return lanes;
  }

  /** The service at an endpoint that was not taken off the list. */
  Optional<Lane> at(ServiceEndpoint endpoint) {
    return lanes.stream()
        .filter(l -> l.endpoint().equals(endpoint) && l.state() != ServiceState.LEFT)
        .findFirst();
  }

  /**
   * How many chips the pool holds at most: those that fit the windows and, where calls carry
   * several, those that gather for the next ones.
   */
  int capacity() {
    long sum = 0;
    for (Lane lane : lanes) {
      if (lane.hasFuture()) {
        int batch = lane.service().batchLimit();
        sum += (long) lane.limit() * batch + (batch > 1 ? batch : 0);
      }
    }
    return (int) Math.max(1, Math.min(settings.held(), sum));
  }

  /** Whether another service gets chips. */
  boolean othersThan(Lane lane) {
    return lanes.stream().anyMatch(l -> l != lane && l.state() == ServiceState.UP);
  }

  /** Whether another service that gets chips may be asked for one. */
  boolean othersFor(Ticket ticket, Lane lane) {
    return lanes.stream()
        .anyMatch(l -> l != lane && l.state() == ServiceState.UP && ticket.mayGoTo(l));
  }

  boolean noneLeft() {
    return lanes.stream().noneMatch(Lane::hasFuture);
  }

  /** Whether there is a service that may be asked for a chip, now or later. */
  boolean anyFor(Ticket ticket) {
    return lanes.stream().anyMatch(lane -> lane.hasFuture() && ticket.mayGoTo(lane));
  }

  /**
   * The service for a chip: the one with the fewest calls in flight, in turn where several are
   * equal. Null when no window is open.
   *
   * @param avoid one that is taken only where there is no other; null for none
   */
  @Nullable Lane pick(Ticket ticket, @Nullable Lane avoid, long now) {
    Lane best = null;
    int chosen = next;
    for (int i = 0; i < lanes.size(); i++) {
      int at = (next + i) % lanes.size();
      Lane lane = lanes.get(at);
      if (lane != avoid
          && lane.isOpen(now)
          && ticket.mayGoTo(lane)
          && (best == null || lane.inFlight() < best.inFlight())) {
        best = lane;
        chosen = at;
      }
    }
    if (best == null) {
      return avoid != null && avoid.isOpen(now) && ticket.mayGoTo(avoid) ? avoid : null;
    }
    next = (chosen + 1) % lanes.size();
    return best;
  }
}
