package org.coverscape.engine.inference;

/**
 * Events in a second, over the last {@value #SECONDS} whole seconds or as many as there were.
 * Guarded by the pool's lock.
 */
final class RateMeter {
  private static final int SECONDS = 5;
  private static final long SECOND = 1_000_000_000L;

  private final long start;
  private final long[] counts = new long[SECONDS + 1];
  private long current;

  RateMeter(long now) {
    start = now;
  }

  void add(long now, int events) {
    advance(now);
    counts[(int) (current % counts.length)] += events;
  }

  private void advance(long now) {
    long second = (now - start) / SECOND;
    for (long s = current + 1; s <= Math.min(second, current + counts.length); s++) {
      counts[(int) (s % counts.length)] = 0;
    }
    current = Math.max(current, second);
  }

  /** Events in a second; in the first second, what came so far over the time so far. */
  double rate(long now) {
    advance(now);
    long sum = 0;
    long whole = Math.min(SECONDS, current);
    for (long s = current - whole; s < current; s++) {
      sum += counts[(int) (s % counts.length)];
    }
    if (whole > 0) {
      return (double) sum / whole;
    }
    long elapsed = now - start;
    return elapsed <= 0 ? 0 : counts[0] * 1e9 / elapsed;
  }
}
