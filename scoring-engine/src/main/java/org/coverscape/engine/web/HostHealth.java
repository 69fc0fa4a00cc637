package org.coverscape.engine.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a host did lately, so that many requests do not each find out for themselves that it is gone.
 * Thread-safe; times are {@link System#nanoTime} or the like.
 */
final class HostHealth {
  /**
   * Retries that a host gets before it has to earn more of them by answering: those of a dozen
   * readers who wait as long as they may.
   */
  private static final double MOST_RETRIES = 240;

  /** Retries that an answer earns. */
  private static final double EARNED = 0.5;

  /** How long a host that was given up is not asked again. */
  private static final long REST = Duration.ofSeconds(10).toNanos();

  private double retries = MOST_RETRIES;
  private boolean answered;
  private @Nullable WebException fault;
  private long restUntil;

  /** It answered, if only that something is not there. */
  synchronized void answered() {
    answered = true;
    fault = null;
    retries = Math.min(MOST_RETRIES, retries + EARNED);
  }

  /** Whether it ever answered. */
  synchronized boolean isKnown() {
    return answered;
  }

  /** Takes one of its retries, where there is one left. */
  synchronized boolean takeRetry() {
    if (retries < 1) {
      return false;
    }
    retries--;
    return true;
  }

  /** It was given up after several tries. */
  synchronized void givenUp(WebException why, long now) {
    if (why.kind() == WebException.Kind.UNREACHABLE || why.kind() == WebException.Kind.SLOW) {
      fault = why;
      restUntil = now + REST;
    }
  }

  /** Why it is not worth asking now. */
  synchronized Optional<WebException> fault(long now) {
    return fault != null && now - restUntil < 0
        ? Optional.of(new WebException(fault.kind(), fault.sentence()))
        : Optional.empty();
  }
}
