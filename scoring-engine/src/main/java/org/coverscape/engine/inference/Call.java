package org.coverscape.engine.inference;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.landcover.ChipAnswer;
import org.jspecify.annotations.Nullable;

/** One sending of some chips to a service. Guarded by the pool's lock, where it changes. */
final class Call {
  private final List<Ticket> tickets;
  private final Lane lane;
  private final int arrival;
  private final long sentAt;
  private boolean settled;
  private volatile @Nullable CompletableFuture<List<ChipAnswer>> answer;

  private Call(List<Ticket> tickets, Lane lane, long now) {
    this.tickets = List.copyOf(tickets);
    this.lane = lane;
    this.arrival = lane.arrival();
    this.sentAt = now;
  }

  /** A call that leaves now: the service has one more in flight, and the chips are on their way. */
  static Call leave(List<Ticket> tickets, Lane lane, long now) {
    Call call = new Call(tickets, lane, now);
    lane.sent(now);
    tickets.forEach(ticket -> ticket.left(call));
    return call;
  }

  List<Ticket> tickets() {
    return tickets;
  }

  List<Chip> chips() {
    return tickets.stream().map(Ticket::chip).toList();
  }

  Lane lane() {
    return lane;
  }

  /** Whether the service has come back since: what the call says of its reach is out of date. */
  boolean outdated() {
    return arrival != lane.arrival();
  }

  /** Whether it takes longer than a call to its service may. */
  boolean isOverdue(long now) {
    return now - sentAt >= lane.longestNanos();
  }

  long sentAt() {
    return sentAt;
  }

  /** Whether somebody still waits for one of its chips. */
  boolean wanted() {
    if (settled) {
      return false;
    }
    for (Ticket ticket : tickets) {
      if (!ticket.ended()) {
        return true;
      }
    }
    return false;
  }

  /** Notes what the service will complete. */
  void answer(CompletableFuture<List<ChipAnswer>> future) {
    answer = future;
  }

  /**
   * Tells the service that nobody waits any more; outside the lock. While the service is still
   * being asked there is nothing to break off: {@link #wanted} says no a moment later.
   */
  void breakOff() {
    CompletableFuture<List<ChipAnswer>> future = answer;
    if (future != null) {
      future.cancel(true);
    }
  }

  /** Claims the call's end: true for the first who asks, and only for him. */
  boolean settle() {
    boolean first = !settled;
    settled = true;
    return first;
  }
}
