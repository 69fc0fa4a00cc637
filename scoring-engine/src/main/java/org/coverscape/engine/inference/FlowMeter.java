package org.coverscape.engine.inference;

/**
 * Measures the throughput of a service while its window stands at one limit.
 *
 * <p>By Little's law (J. D. C. Little, Operations Research 9, 1961) the rate of answers is the mean
 * number of calls in flight over their mean latency. Unlike a count of answers over time it does
 * not depend on where in a burst the measurement begins and ends, so that a service that answers in
 * batches is measured as exactly as one that answers one by one. Guarded by the pool's lock.
 */
final class FlowMeter {
  private static final int FEWEST_ANSWERS = 8;
  private static final long SHORTEST_NANOS = 200_000_000L;

  private int inFlight;
  private long lastChange;
  private int limit;
  private int turnover;
  private long turnedOver;
  private boolean settled;
  private long began;
  private double callNanos;
  private double latencySum;
  private int answers;

  /**
   * Starts anew, under another limit. Nothing counts before as many calls as it allows have gone
   * by, and then one that was sent after them: only then do queue and latency belong together.
   */
  void begin(int newLimit, long now) {
    limit = newLimit;
    turnover = newLimit;
    settled = false;
    restart(now);
  }

  private void restart(long now) {
    began = now;
    lastChange = now;
    callNanos = 0;
    latencySum = 0;
    answers = 0;
  }

  void sent(long now) {
    advance(now);
    inFlight++;
  }

  void ended(long now) {
    advance(now);
    inFlight--;
  }

  private void advance(long now) {
    callNanos += (double) inFlight * (now - lastChange);
    lastChange = now;
  }

  void answered(long now, long latency) {
    if (settled) {
      answers++;
      latencySum += latency;
    } else if (turnover > 0) {
      turnover--;
      turnedOver = now;
    } else if (now - latency >= turnedOver) {
      settled = true;
      restart(now);
    }
  }

  int inFlight() {
    return inFlight;
  }

  /** Whether enough was seen since the window's calls were turned over. */
  boolean isReady(long now) {
    return settled
        && answers >= Math.max(FEWEST_ANSWERS, 2 * limit)
        && now - began >= SHORTEST_NANOS;
  }

  /** Whether the window was what held the calls back, not a lack of chips. */
  boolean isFull(long now) {
    advance(now);
    return callNanos >= 0.75 * limit * (now - began);
  }

  /** Calls in a second; {@link #isReady} has to hold. */
  double rate(long now) {
    advance(now);
    double mean = callNanos / (now - began);
    return mean / (latencySum / answers) * 1e9;
  }

  /** The mean latency in nanoseconds; {@link #isReady} has to hold. */
  double latency() {
    return latencySum / answers;
  }
}
