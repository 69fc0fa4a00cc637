package org.coverscape.engine.inference;

import java.time.Duration;

/**
 * How long a {@link ServicePool} waits for what. All are longer than nothing.
 *
 * @param startup how long a service may take to be reached before a job starts
 * @param lost how long a service that was lost, fails probes, or wants no chips is awaited in
 *     mid-job
 * @param call when a call is given up that the service itself has not cut; of a service with a
 *     deadline as long or longer, a little after that
 * @param probeEvery pause between two questions to a lost service
 * @param aside how long a service that fails again and again gets no chips
 */
public record PoolLimits(
    Duration startup, Duration lost, Duration call, Duration probeEvery, Duration aside) {
  private static final Duration LONGEST_TICK = Duration.ofMillis(100);
  private static final Duration OVER_DEADLINE = Duration.ofSeconds(5);

  /** Checks that each is positive. */
  public PoolLimits {
    for (Duration limit : new Duration[] {startup, lost, call, probeEvery, aside}) {
      if (limit.isNegative() || limit.isZero()) {
        throw new IllegalArgumentException("a limit has to be longer than nothing");
      }
    }
  }

  /** 10 s to be reached, 120 s when lost, 35 s a call, a probe a second, 5 s aside. */
  public static PoolLimits defaults() {
    return new PoolLimits(
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        Duration.ofSeconds(35),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5));
  }

  /** How long a call to a service may take. */
  Duration callTo(InferenceService service) {
    return service
        .deadline()
        .filter(own -> own.compareTo(call) >= 0)
        .map(OVER_DEADLINE::plus)
        .orElse(call);
  }

  /** Pause between two looks at all calls that are out: a fraction of what a call may take. */
  Duration tick() {
    Duration fraction = call.dividedBy(8);
    return fraction.compareTo(LONGEST_TICK) < 0 ? fraction : LONGEST_TICK;
  }

  /** Pause between two questions to a service that is up, whether it wants chips. */
  Duration readyEvery() {
    return aside;
  }

  /** The same with another limit for being reached. */
  public PoolLimits withStartup(Duration limit) {
    return new PoolLimits(limit, lost, call, probeEvery, aside);
  }

  /** The same with another limit for a lost service. */
  public PoolLimits withLost(Duration limit) {
    return new PoolLimits(startup, limit, call, probeEvery, aside);
  }

  /** The same with another limit for a call. */
  public PoolLimits withCall(Duration limit) {
    return new PoolLimits(startup, lost, limit, probeEvery, aside);
  }

  /** The same with another pause between probes. */
  public PoolLimits withProbeEvery(Duration pause) {
    return new PoolLimits(startup, lost, call, pause, aside);
  }

  /** The same with another time aside. */
  public PoolLimits withAside(Duration pause) {
    return new PoolLimits(startup, lost, call, probeEvery, pause);
  }
}
