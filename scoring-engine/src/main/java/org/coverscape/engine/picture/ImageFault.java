package org.coverscape.engine.picture;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an image. On the web that may pass: it is tried again after a quarter of a
 * minute, and each time it fails again after twice as long, up to eight minutes. It counts as wrong
 * until something could be read. Thread-safe.
 */
final class ImageFault implements StoredLevel.Listener {
  private static final long FIRST_WAIT = TimeUnit.SECONDS.toNanos(15);
  private static final long LONGEST_WAIT = 32 * FIRST_WAIT;

  private final boolean mayPass;
  private final LongSupplier nanos;
  private @Nullable String sentence;
  private long told;
  private long since;
  private long wait = FIRST_WAIT;
  private boolean trying;

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

  /** What is wrong, in one sentence; also while it is tried again. */
  synchronized Optional<String> sentence() {
    return Optional.ofNullable(sentence);
  }

  /** How often something went wrong so far. */
  synchronized long count() {
    return told;
  }

  /** Whether it is not to be tried now. */
  synchronized boolean isResting() {
    return sentence != null && !trying;
  }

  /** Something is wrong; the first sentence of each try is kept. */
  @Override
  public synchronized void failed(String what) {
    told++;
    if (sentence == null || trying) {
      sentence = what;
      since = nanos.getAsLong();
      trying = false;
    }
  }

  /** What was wrong has passed, where this is another try. */
  @Override
  public synchronized void read() {
    if (trying) {
      sentence = null;
      trying = false;
    }
  }

  /** Whether it is time for another try, which begins then. */
  synchronized boolean retry() {
    if (!isResting() || !mayPass || nanos.getAsLong() - since < wait) {
      return false;
    }
    trying = true;
    wait = Math.min(LONGEST_WAIT, 2 * wait);
    return true;
  }
}
