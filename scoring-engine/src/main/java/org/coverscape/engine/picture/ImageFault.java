package org.coverscape.engine.picture;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an image. On the web that may pass: it is tried again after a quarter of a
 * minute, and each time it fails again after twice as long, up to eight minutes. Thread-safe.
 */
final class ImageFault {
  private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(15);
  private static final long LONGEST_WAIT = 32 * FIRST_WAIT;

  private final boolean mayPass;
  private final LongSupplier nanos;
  private @Nullable String sentence;
  private long told;
  private long since;
  private long wait = FIRST_WAIT;

  /**
   * Nothing is wrong yet.
   *
   * @param mayPass whether it is worth another try
   * @param nanos a clock, as {@link System#nanoTime}
   */
  ImageFault(boolean mayPass, LongSupplier nanos) {
    this.mayPass = mayPass;
    this.nanos = nanos;
  }

  /** What is wrong, in one sentence. */
  synchronized Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }

  /** How often something went wrong so far. */
  synchronized long count() {
    return told;
  }

  /** Something is wrong; the first sentence is kept. */
  synchronized void tell(String what) {
    told++;
    if (sentence == null) {
      sentence = what;
      since = nanos.getAsLong();
    }
  }

  /** Whether it is time for another try; what was wrong is forgotten then. */
  synchronized boolean retry() {
    if (sentence == null || !mayPass || nanos.getAsLong() - since < wait) {
      return false;
    }
    sentence = null;
    wait = Math.min(LONGEST_WAIT, 2 * wait);
    return true;
  }
}
