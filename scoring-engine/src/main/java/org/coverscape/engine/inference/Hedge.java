package org.coverscape.engine.inference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Decides which chips are sent a second time while their first call is still out, because another
 * service would be done long before: at the end of a job those that a slow service still holds, and
 * at any time those of a service that has stopped to answer. The first answer counts (J. Dean, L.
 * A. Barroso, The Tail at Scale, CACM 56, 2013). Guarded by the pool's lock.
 */
final class Hedge {
  private static final long STALLED_NANOS = 3_000_000_000L;
  private static final int STALLED_FACTOR = 5;
  private static final int GAIN_FACTOR = 3;
  private static final long GAIN_NANOS = 50_000_000L;

  private Hedge() {}

  /**
   * The calls to make.
   *
   * @param running the calls that are out, the oldest first
   * @param ending whether no chip waits any more, so that services stand idle
   */
  static List<Call> calls(Collection<Call> running, Lanes lanes, boolean ending, long now) {
    List<Call> calls = new ArrayList<>();
    for (Call call : running) {
      boolean stalled = isStalled(call, now);
      if (stalled || ending) {
        call.tickets().stream()
            .filter(ticket -> !ticket.ended() && ticket.calls().size() == 1)
            .map(ticket -> second(ticket, call, lanes, stalled, now))
            .filter(Objects::nonNull)
            .forEach(calls::add);
      }
    }
    return calls;
  }

  private static @Nullable Call second(
      Ticket ticket, Call first, Lanes lanes, boolean stalled, long now) {
    Lane lane = lanes.pick(ticket, first.lane(), now);
    if (lane == null || lane == first.lane() || !(stalled || isWorthIt(first, lane, now))) {
      return null;
    }
    return Call.leave(List.of(ticket), lane, now);
  }

  /** Whether a call takes so much longer than any that its service may have stopped. */
  static boolean isStalled(Call call, long now) {
    long age = now - call.sentAt();
    return age > STALLED_NANOS && age > STALLED_FACTOR * call.lane().longNanos();
  }

  private static boolean isWorthIt(Call call, Lane lane, long now) {
    long age = now - call.sentAt();
    long usual = call.lane().usualNanos();
    // beyond its usual time, a call may take as long again as it has taken
    long left = age < usual ? usual - age : age;
    return lane.usualNanos() > 0 && left > GAIN_FACTOR * lane.usualNanos() + GAIN_NANOS;
  }
}
