package org.coverscape.service.emulation;

/** A clock, and what is to happen when it shows some time. Thread-safe. */
interface Timer {
  /** Nanoseconds from an arbitrary start; never goes back. */
  long now();

  /** Runs something at a time: at once on this thread where that has passed, else on another. */
  void at(long time, Runnable task);
}
