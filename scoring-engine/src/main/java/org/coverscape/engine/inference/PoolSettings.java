package org.coverscape.engine.inference;

/**
 * How a {@link ServicePool} works.
 *
 * @param inFlight chips on their way to one service at once, 1 or more; the pool holds no more than
 *     this times its services
 * @param limits how long it waits
 * @param retry how often it tries
 */
public record PoolSettings(int inFlight, PoolLimits limits, RetryPolicy retry) {
  /** Checks the window. */
  public PoolSettings {
    if (inFlight < 1) {
      throw new IllegalArgumentException("At least one chip has to be in flight.");
    }
  }

  /** Sixteen in flight and the defaults of the other two. */
  public static PoolSettings defaults() {
    return new PoolSettings(16, PoolLimits.defaults(), RetryPolicy.defaults());
  }

  /** The same with another window. */
  public PoolSettings withInFlight(int chips) {
    return new PoolSettings(chips, limits, retry);
  }

  /** The same with other limits. */
  public PoolSettings withLimits(PoolLimits other) {
    return new PoolSettings(inFlight, other, retry);
  }

  /** The same with another policy. */
  public PoolSettings withRetry(RetryPolicy other) {
    return new PoolSettings(inFlight, limits, other);
  }
}
