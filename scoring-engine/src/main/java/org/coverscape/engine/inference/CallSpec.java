package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much is asked of a service at once, and how long it may take.
 *
 * @param batch chips in one call, 1 to {@value #MOST}; empty for what the service is known to take
 * @param window calls in flight; empty where that is to be found out
 * @param deadline after which a call is given up
 * @param connectTimeout after which an address that says nothing counts as nobody there
 */
public record CallSpec(
    OptionalInt batch, OptionalInt window, Duration deadline, Duration connectTimeout) {
  /** The largest batch and the largest window. */
  public static final int MOST = 1024;

  /** Checks the ranges. */
  public CallSpec {
    check("batch", batch);
    check("window", window);
    if (!isPositive(deadline) || !isPositive(connectTimeout)) {
      throw new IllegalArgumentException("A deadline has to be longer than nothing.");
    }
  }

  /** 30 s a call, 5 s to connect, the rest found out. */
  public static CallSpec defaults() {
    return new CallSpec(
        OptionalInt.empty(), OptionalInt.empty(), Duration.ofSeconds(30), Duration.ofSeconds(5));
  }

  /** The same with batches. */
  public CallSpec withBatch(int chips) {
    return new CallSpec(OptionalInt.of(chips), window, deadline, connectTimeout);
  }

  /** The same with a fixed window. */
  public CallSpec withWindow(int calls) {
    return new CallSpec(batch, OptionalInt.of(calls), deadline, connectTimeout);
  }

  /** The same with another deadline. */
  public CallSpec withDeadline(Duration limit) {
    return new CallSpec(batch, window, limit, connectTimeout);
  }

  /** The same with another limit for connecting. */
  public CallSpec withConnectTimeout(Duration limit) {
    return new CallSpec(batch, window, deadline, limit);
  }

  private static boolean isPositive(Duration limit) {
    return !limit.isNegative() && !limit.isZero();
  }

  private static void check(String what, OptionalInt value) {
    if (value.isPresent() && (value.getAsInt() < 1 || value.getAsInt() > MOST)) {
      throw new IllegalArgumentException(what + " takes a whole number from 1 to " + MOST + ".");
    }
  }
}
