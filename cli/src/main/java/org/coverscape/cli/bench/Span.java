package org.coverscape.cli.bench;

import java.time.Duration;

/**
 * How long a part of a measurement lasts: until so many chips have ended or so much time has
 * passed, whichever comes first.
 *
 * @param chips 1 or more
 * @param time at most
 */
public record Span(int chips, Duration time) {
  /** Checks both; the message of what it throws is one sentence for a person. */
  public Span {
    if (chips < 1) {
      throw new IllegalArgumentException("A measurement needs at least 1 chip.");
    }
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException("A measurement needs at least 1 second.");
    }
  }

  boolean isOver(int ended, long nanos) {
    return ended >= chips || nanos >= time.toNanos();
  }
}
