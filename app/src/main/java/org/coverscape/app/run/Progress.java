package org.coverscape.app.run;

import java.util.OptionalDouble;

/**
 * How far a run is.
 *
 * @param total cells of the region
 * @param ended cells that have an end by now, those of earlier runs included
 * @param failed cells that a fault kept from being scored by now
 * @param perSecond chips that ended in a second, of late
 */
public record Progress(long total, long ended, long failed, double perSecond) {
  /** Before anything has begun. */
  public static final Progress NONE = new Progress(0, 0, 0, 0);

  /** The part that is done, 0 to 1. */
  public double part() {
    return total == 0 ? 0 : (double) ended / total;
  }

  /** Seconds until the end at the rate of late; empty while there is none. */
  public OptionalDouble secondsLeft() {
    return perSecond > 0 ? OptionalDouble.of((total - ended) / perSecond) : OptionalDouble.empty();
  }
}
