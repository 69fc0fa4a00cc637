package org.coverscape.engine.web;

import java.time.Duration;

/**
 * Whether a transfer is so slow that it counts as broken off: less than 1 KiB a second. Used by one
 * thread; times are {@link System#nanoTime} or the like.
 */
final class Pace {
  /** Bytes a second. */
  static final long FLOOR = 1024;

  private final Duration span;
  private long began;
  private long before;

  /**
   * Begins to look.
   *
   * @param span how long it is looked at before anything is said
   */
  Pace(Duration span, long now) {
    this.span = span;
    began = now;
  }

  /** Bytes that are to come at least in so many nanoseconds. */
  static double least(long nanos) {
    return FLOOR * (nanos / 1e9);
  }

  /**
   * Whether too little came in the last span; says it once in each.
   *
   * @param count bytes that came so far
   */
  boolean isTooSlow(long now, long count) {
    long time = now - began;
    if (time < span.toNanos()) {
      return false;
    }
    boolean slow = count - before < least(time);
    began = now;
    before = count;
    return slow;
  }
}
