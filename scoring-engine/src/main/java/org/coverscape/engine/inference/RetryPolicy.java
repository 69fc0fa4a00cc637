package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.Random;

/**
 * When and how often a chip is given another try. Scoring is idempotent, so that a try costs only
 * time.
 *
 * @param maxAttempts failed calls after which a chip is left; 1 means no second try. Losses and
 *     refusals of overloaded services do not count
 * @param maxLosses services lost under a chip after which it is left: a chip that breaks every
 *     service it meets must not take all of them along for ever
 * @param failuresInRow temporary failures of one service, one after another, that put it aside
 * @param backoffBase pause before the second try, doubled before each further one
 * @param backoffCap the longest pause
 * @param seed of the generator that spreads the pauses
 */
public record RetryPolicy(
    int maxAttempts,
    int maxLosses,
    int failuresInRow,
    Duration backoffBase,
    Duration backoffCap,
    long seed) {
  private static final int MAX_DOUBLINGS = 20;
  private static final int MAX_REFUSALS = 64;

  /** Checks that there is at least one try and that pauses are not negative. */
  public RetryPolicy {
    if (maxAttempts < 1 || maxLosses < 1 || failuresInRow < 1) {
      throw new IllegalArgumentException("a chip has to be tried at least once");
    }
    if (backoffBase.isNegative() || backoffCap.compareTo(backoffBase) < 0) {
      throw new IllegalArgumentException("pauses grow from the base to the cap");
    }
  }

  /** Six attempts, 16 losses, aside after 8 failures, pauses from 0.1 s to 5 s. */
  public static RetryPolicy defaults() {
    return new RetryPolicy(6, 16, 8, Duration.ofMillis(100), Duration.ofSeconds(5), 2018);
  }

  /** The same with another number of attempts. */
  public RetryPolicy withMaxAttempts(int attempts) {
    return new RetryPolicy(attempts, maxLosses, failuresInRow, backoffBase, backoffCap, seed);
  }

  /** The same with another number of losses. */
  public RetryPolicy withMaxLosses(int losses) {
    return new RetryPolicy(maxAttempts, losses, failuresInRow, backoffBase, backoffCap, seed);
  }

  /** The same with another number of failures that put a service aside. */
  public RetryPolicy withFailuresInRow(int failures) {
    return new RetryPolicy(maxAttempts, maxLosses, failures, backoffBase, backoffCap, seed);
  }

  /** The same with other pauses. */
  public RetryPolicy withBackoff(Duration base, Duration cap) {
    return new RetryPolicy(maxAttempts, maxLosses, failuresInRow, base, cap, seed);
  }

  /** The generator of the pauses; one for each pool, not shared between threads without a lock. */
  Random jitter() {
    return new Random(seed);
  }

  /**
   * Whether a chip gets another try.
   *
   * @param failure how often it failed in this way
   */
  boolean allows(ServiceFault.Kind kind, int failure) {
    return switch (kind) {
      case UNREACHABLE -> failure < maxLosses;
      case OVERLOADED -> failure < MAX_REFUSALS;
      case TEMPORARY, UNUSABLE, PERMANENT -> failure < maxAttempts;
    };
  }

  /**
   * The pause after a chip's n-th failure: between half of the doubled base and all of it, so that
   * chips that failed together do not come back together.
   */
  Duration pause(int failure, Random jitter) {
    long factor = 1L << Math.min(Math.max(0, failure - 1), MAX_DOUBLINGS);
    Duration full = backoffBase.multipliedBy(factor);
    Duration capped = full.compareTo(backoffCap) < 0 ? full : backoffCap;
    return Duration.ofNanos((long) (capped.toNanos() * (0.5 + 0.5 * jitter.nextDouble())));
  }
}
