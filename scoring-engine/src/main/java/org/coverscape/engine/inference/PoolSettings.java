package org.coverscape.engine.inference;

/**
 * How a {@link ServicePool} works.
 *
 * @param inFlight calls on their way to one service at once
 * @param held chips that the pool holds at most, all services together, 300 KB each; 1 or more
 * @param limits how long it waits
 * @param retry how often it tries
 */
public record PoolSettings(InFlight inFlight, int held, PoolLimits limits, RetryPolicy retry) {
  private static final long BYTES_PER_CHIP = 320 << 10;
  private static final int HELD_LEAST = 64;
  private static final int HELD_MOST = 4096;

  /** Checks the bound. */
  public PoolSettings {
    if (held < 1) {
      throw new IllegalArgumentException("The pool has to hold at least one chip.");
    }
  }

  /** Windows that find their size, chips in a quarter of the heap, the defaults of the rest. */
  public static PoolSettings defaults() {
    long fit = Runtime.getRuntime().maxMemory() / 4 / BYTES_PER_CHIP;
    return new PoolSettings(
        InFlight.adaptive(),
        (int) Math.max(HELD_LEAST, Math.min(HELD_MOST, fit)),
        PoolLimits.defaults(),
        RetryPolicy.defaults());
  }

  /** The same with a window of a size that does not change. */
  public PoolSettings withInFlight(int calls) {
    return new PoolSettings(InFlight.fixed(calls), held, limits, retry);
  }

  /** The same with other limits. */
  public PoolSettings withLimits(PoolLimits other) {
    return new PoolSettings(inFlight, held, other, retry);
  }

  /** The same with another policy. */
  public PoolSettings withRetry(RetryPolicy other) {
    return new PoolSettings(inFlight, held, limits, other);
  }
}
