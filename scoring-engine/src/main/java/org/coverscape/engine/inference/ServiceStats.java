package org.coverscape.engine.inference;

import java.time.Duration;

/**
 * What a {@link ServicePool} knows of one service at one moment. Chips that were sent twice count
 * for the service that was first.
 *
 * @param endpoint where it listens
 * @param chips chips it scored
 * @param retries its failures after which the chip got another try, here or elsewhere
 * @param failures its failures after which the chip was left unscored
 * @param inFlight calls on their way to it
 * @param window calls that may be on their way to it at once
 * @param state where it stands
 * @param chipsPerSecond chips it scored in a second, over the last five
 * @param latency how long its calls take, from the sending to the scores
 * @param lastFault one sentence about what last went wrong; empty when nothing did
 */
public record ServiceStats(
    ServiceEndpoint endpoint,
    long chips,
    long retries,
    long failures,
    int inFlight,
    int window,
    ServiceState state,
    double chipsPerSecond,
    Latency latency,
    String lastFault) {
  /**
   * Latencies of calls; zero before the first.
   *
   * @param mean over all calls
   * @param p50 that half of the latest thousands stayed below
   * @param p99 that 99 of 100 stayed below
   */
  public record Latency(Duration mean, Duration p50, Duration p99) {
    /** Before the first answer. */
    public static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO);
  }
}
