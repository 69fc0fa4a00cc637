package org.coverscape.engine.inference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chips that wait for a call: those on their second try and later, which go first as far as the
 * budget pays for them, and new ones. It holds no more than the pool takes on. Guarded by the
 * pool's lock.
 */
final class Backlog {
  private static final long ELSEWHERE_NANOS = 250_000_000L;

  private final Deque<Ticket> again = new ArrayDeque<>();
  private final Deque<Ticket> fresh = new ArrayDeque<>();
  private final RetryBudget budget;

  Backlog(RetryBudget budget) {
    this.budget = budget;
  }

  void add(Ticket ticket) {
    fresh.add(ticket);
  }

  void addAgain(Ticket ticket, long now) {
    ticket.waits(now);
    again.add(ticket);
  }

  /** A chip was scored: that pays for another's second try. */
  void earn() {
    budget.earn();
  }

  boolean isEmpty() {
    return again.isEmpty() && fresh.isEmpty();
  }

  void clear() {
    again.clear();
    fresh.clear();
  }

  void remove(Ticket ticket) {
    again.remove(ticket);
    fresh.remove(ticket);
  }

  /** The next call to make; null where no chip waits or no service has room. */
  @Nullable Call next(Lanes lanes, long now) {
    Call call = again.isEmpty() ? null : nextAgain(lanes, now);
    return call == null ? nextFresh(lanes, now) : call;
  }

  private @Nullable Call nextAgain(Lanes lanes, long now) {
    for (Iterator<Ticket> i = again.iterator(); i.hasNext(); ) {
      Ticket ticket = i.next();
      Lane lane = lanes.pick(ticket, ticket.failedBy(), now);
      if (lane != null && !isTooSoon(ticket, lane, lanes, now)) {
        if (!budget.pay(now)) {
          return null;
        }
        i.remove();
        return call(ticket, lane, now);
      }
    }
    return null;
  }

  /**
   * Whether a chip waits a little longer for another service than the one that failed it. Not for
   * long: a service that is slow must not hold up the chips of one that is quick.
   */
  private static boolean isTooSoon(Ticket ticket, Lane lane, Lanes lanes, long now) {
    return lane == ticket.failedBy()
        && ticket.waited(now) < ELSEWHERE_NANOS
        && lanes.othersFor(ticket, lane);
  }

  private @Nullable Call nextFresh(Lanes lanes, long now) {
    Ticket ticket = fresh.peek();
    Lane lane = ticket == null ? null : lanes.pick(ticket, ticket.failedBy(), now);
    if (ticket == null || lane == null) {
      return null;
    }
    fresh.remove();
    return call(ticket, lane, now);
  }

  /** A call with a chip and as many new ones as it may carry. */
  private Call call(Ticket first, Lane lane, long now) {
    int room = first.alone() ? 1 : Math.max(1, lane.service().batchLimit());
    List<Ticket> tickets = new ArrayList<>(Math.min(room, 1 + fresh.size()));
    tickets.add(first);
    while (tickets.size() < room && !fresh.isEmpty()) {
      tickets.add(fresh.remove());
    }
    return Call.leave(tickets, lane, now);
  }
}
