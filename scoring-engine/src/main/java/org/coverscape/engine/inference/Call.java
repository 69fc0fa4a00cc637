package org.coverscape.engine.inference;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.coverscape.engine.landcover.ClassScores;
import org.jspecify.annotations.Nullable;

/** One sending of a chip to a service. Guarded by the pool's lock, where it changes. */
final class Call {
  private final Ticket ticket;
  private final Lane lane;
  private final int arrival;
  private final long startedNanos;
  private boolean settled;
  private volatile @Nullable CompletableFuture<List<ClassScores>> answer;
  private @Nullable Future<?> cutoff;

  Call(Ticket ticket, Lane lane, long nowNanos) {
    this.ticket = ticket;
    this.lane = lane;
    this.arrival = lane.arrival();
    this.startedNanos = nowNanos;
  }

  Ticket ticket() {
    return ticket;
  }

  Lane lane() {
    return lane;
  }

  /** Whether the service has come back since: what the call says of its reach is out of date. */
  boolean outdated() {
    return arrival != lane.arrival();
  }

  long nanosSince(long nowNanos) {
    return nowNanos - startedNanos;
  }

  void cutoff(Future<?> timer) {
    cutoff = timer;
  }

  /** Notes what the service will complete; answers whether anybody still waits for it. */
  boolean wanted(CompletableFuture<List<ClassScores>> future) {
    answer = future;
    return !settled && !ticket.ended();
  }

  /**
   * Tells the service that nobody waits any more; outside the lock. While the service is still
   * being asked there is nothing to break off: {@link #wanted} says no a moment later.
   */
  void breakOff() {
    CompletableFuture<List<ClassScores>> future = answer;
    if (future != null) {
      future.cancel(true);
    }
  }

  boolean settled() {
    return settled;
  }

  /** Claims the call's end: true for the first who asks, and only for him. */
  boolean settle() {
    boolean first = !settled;
    settled = true;
    if (cutoff != null) {
      cutoff.cancel(false);
    }
    return first;
  }
}
