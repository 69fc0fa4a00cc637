package org.coverscape.engine.inference;

import java.time.Duration;

/** Settings with which a pool's whole life takes milliseconds. */
final class PoolTestSettings {
  static final PoolSettings QUICK =
      new PoolSettings(
          InFlight.fixed(2),
          1000,
          new PoolLimits(
              Duration.ofSeconds(10),
              Duration.ofSeconds(60),
              Duration.ofSeconds(60),
              Duration.ofMillis(2),
              Duration.ofMillis(5)),
          RetryPolicy.defaults().withBackoff(Duration.ofMillis(1), Duration.ofMillis(4)));

  private PoolTestSettings() {}
}
