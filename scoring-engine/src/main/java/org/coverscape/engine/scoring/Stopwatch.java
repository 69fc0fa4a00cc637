package org.coverscape.engine.scoring;

import java.util.function.LongSupplier;

/**
 * Measures the time one thread spends at work, less its own pauses and those in which another
 * thread holds it. Thread-safe.
 */
final class Stopwatch {
  private final LongSupplier clock;
  private long nanos;
  private long since;
  private boolean running;
  private boolean held;

  Stopwatch() {
    this(System::nanoTime);
  }

  /** A watch that goes by another clock, in nanoseconds. */
  Stopwatch(LongSupplier clock) {
    this.clock = clock;
  }

  synchronized void start() {
    settle();
    running = true;
  }

  synchronized void pause() {
    settle();
    running = false;
  }

  /** Stands still until {@link #release}, whether started or not. */
  synchronized void hold() {
    settle();
    held = true;
  }

  synchronized void release() {
    settle();
    held = false;
  }

  synchronized double seconds() {
    settle();
    return nanos / 1e9;
  }

  private void settle() {
    long now = clock.getAsLong();
    if (running && !held) {
      nanos += now - since;
    }
    since = now;
  }
}
