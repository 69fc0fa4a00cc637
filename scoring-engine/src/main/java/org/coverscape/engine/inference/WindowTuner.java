package org.coverscape.engine.inference;

/**
 * Finds the smallest window that gets all out of a service, and follows the service when it
 * changes.
 *
 * <p>It begins like TCP's slow start: the window grows with each answer while latency shows that
 * nothing queues. Then it climbs: the window is doubled as long as the measured throughput follows.
 * From there on it compares, every few seconds and in turns, the window with a larger or a smaller
 * one, and keeps the other where that gains throughput, or costs none. Latency alone, by which
 * Vegas and its kin steer, would mistake a service that fills batches for one that is full.
 * Measurements in which chips were short do not count. A refusal shrinks the window and bounds it
 * for a while. Guarded by the pool's lock.
 */
final class WindowTuner implements Window {
  private static final double QUEUES = 1.5;
  private static final int FEW = 3;
  private static final double WORTH_DOUBLING = 1.10;
  private static final double WORTH_GROWING = 1.03;
  private static final double SHRINKS_FREELY = 0.985;
  private static final double STEADY = 1.25;
  private static final double AFTER_REFUSAL = 0.75;
  private static final long SHORT_REST = 500_000_000L;
  private static final long LONG_REST = 4_000_000_000L;
  private static final long CEILING_LASTS = 30_000_000_000L;

  private enum Phase {
    RAMP,
    CLIMB,
    REST,
    COMPARE
  }

  private final InFlight bounds;
  private final FlowMeter flow = new FlowMeter();
  private Phase phase = Phase.RAMP;
  private int limit;
  private int base;
  private double climbed;
  private long shortest = Long.MAX_VALUE;
  private double usual;
  private int slowInRow;
  private int ceiling;
  private long ceilingUntil;
  private long cutAt = Long.MIN_VALUE;
  private long restUntil;
  private long rest = SHORT_REST;
  private boolean upwards;
  private int stays;
  private Comparison comparison = new Comparison(0);

  WindowTuner(InFlight bounds, long now) {
    this.bounds = bounds;
    this.ceiling = bounds.most();
    this.base = bounds.first();
    forget(now);
  }

  @Override
  public int limit() {
    return limit;
  }

  @Override
  public void sent(long now) {
    flow.sent(now);
  }

  @Override
  public void ended(long now) {
    flow.ended(now);
  }

  @Override
  public void forget(long now) {
    phase = Phase.RAMP;
    base = Math.min(base, bounds.first());
    shortest = Long.MAX_VALUE;
    slowInRow = 0;
    become(base, now);
  }

  @Override
  public void answered(long now, long latency) {
    flow.answered(now, latency);
    usual += (latency - usual) / 16;
    shortest = Math.min(shortest, latency);
    if (phase == Phase.RAMP) {
      ramp(now, latency);
    } else if (phase == Phase.REST && now >= restUntil) {
      compare(now);
    } else if (phase != Phase.REST && flow.isReady(now)) {
      measured(now);
    }
  }

  @Override
  public void refused(long now, long sentAt) {
    if (sentAt - cutAt < 0 && cutAt != Long.MIN_VALUE) {
      return; // it left before the last cut, and says nothing of the window since
    }
    cutAt = now;
    int reached = Math.min(limit, flow.inFlight() + 1);
    ceiling = Math.max(1, (int) (reached * AFTER_REFUSAL));
    ceilingUntil = now + CEILING_LASTS;
    // while it grows with each answer, half of what was reached had been enough just before
    base = phase == Phase.RAMP ? Math.max(1, reached / 2) : Math.min(base, ceiling);
    upwards = false;
    rest(now);
  }

  /** One more call for each answer that did not have to queue. */
  private void ramp(long now, long latency) {
    if (latency > QUEUES * shortest) {
      slowInRow++;
    } else {
      slowInRow = 0;
      if (flow.inFlight() + 1 >= limit) {
        limit = bounded(limit + 1, now);
      }
    }
    if (slowInRow >= FEW || limit >= bounded(Integer.MAX_VALUE, now)) {
      // by the time that a queue shows in an answer, the window has grown on: half of it led there
      base = Math.max(Math.min(limit, bounds.first()), limit / 2);
      climbed = 0;
      phase = Phase.CLIMB;
      become(base, now);
    }
  }

  private void measured(long now) {
    if (!flow.isFull(now)) {
      // chips are short: the window is not what holds the service back
      rest = LONG_REST / 2;
      rest(now);
    } else if (phase == Phase.CLIMB) {
      climb(now, flow.rate(now));
    } else {
      compared(now, flow.rate(now));
    }
  }

  private void climb(long now, double rate) {
    if (climbed > 0 && rate < WORTH_DOUBLING * climbed) {
      upwards = false;
      rest(now);
      return;
    }
    base = limit;
    climbed = rate;
    int next = bounded(2 * base, now);
    if (next > base) {
      become(next, now);
    } else {
      upwards = false;
      rest(now);
    }
  }

  private void rest(long now) {
    phase = Phase.REST;
    restUntil = now + rest;
    become(base, now);
  }

  /** Begins to compare the window with its neighbour. */
  private void compare(long now) {
    int other = upwards ? bounded(Math.max(base + 1, base * 3 / 2), now) : smaller();
    if (other == base) {
      upwards = !upwards;
      rest = LONG_REST;
      rest(now);
      return;
    }
    phase = Phase.COMPARE;
    comparison = new Comparison(other);
    become(base, now);
  }

  /** Three quarters of the window, or half of it where a half would do without any queue. */
  private int smaller() {
    double needed = base * (double) shortest / Math.max((double) shortest, usual);
    return Math.max(1, needed < base / 4.0 ? base / 2 : base * 3 / 4);
  }

  private void compared(long now, double rate) {
    comparison.add(rate);
    if (!comparison.isComplete()) {
      become(comparison.isOthersTurn() ? comparison.other() : base, now);
      return;
    }
    boolean grew = comparison.isSteady(STEADY) && decide(comparison.gain()) && upwards;
    if (grew) {
      // there is more to have than there was: look for it in long strides
      phase = Phase.CLIMB;
      climbed = 0;
      become(base, now);
    } else {
      rest(now);
    }
  }

  /** Takes the other window over, or not; answers which. */
  private boolean decide(double gain) {
    if (gain >= (upwards ? WORTH_GROWING : SHRINKS_FREELY)) {
      base = comparison.other();
      rest = SHORT_REST;
      stays = 0;
      return true;
    }
    upwards = !upwards;
    stays++;
    if (stays >= 2) {
      rest = Math.min(LONG_REST, 2 * rest);
    }
    return false;
  }

  private int bounded(int wanted, long now) {
    int most = now < ceilingUntil ? Math.min(ceiling, bounds.most()) : bounds.most();
    return Math.max(1, Math.min(wanted, most));
  }

  private void become(int calls, long now) {
    limit = calls;
    flow.begin(calls, now);
  }
}
