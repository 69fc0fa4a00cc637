package org.coverscape.service.emulation;

import java.time.Duration;

/**
 * What goes wrong with an emulated device, and how unevenly it works.
 *
 * @param jitter the standard deviation of the device's times as a share of their mean, 0 to 3
 * @param errors the probability that an image fails, 0 to 1
 * @param stalls the probability that the device hangs before an image, 0 to 1
 * @param stall for how long it then hangs
 * @param slowAfter after so many images it gets slower
 * @param slowFactor so many times slower; 1 for never
 */
public record FpgaFaults(
    double jitter,
    double errors,
    double stalls,
    Duration stall,
    long slowAfter,
    double slowFactor) {
  private static final double MAX_JITTER = 3;

  /** Checks that the numbers can be. */
  public FpgaFaults {
    require(jitter >= 0 && jitter <= MAX_JITTER, "The jitter must be from 0 to 3.");
    require(errors >= 0 && errors <= 1, "The share of errors must be from 0 to 1.");
    require(stalls >= 0 && stalls <= 1, "The probability of a stall must be from 0 to 1.");
    require(!stall.isNegative(), "A time cannot be negative.");
    require(slowAfter >= 0, "The device cannot get slower after fewer than 0 images.");
    require(
        slowFactor > 0 && slowFactor < Double.POSITIVE_INFINITY,
        "The factor of slowing down must be a number above 0.");
  }

  /** A device that never fails and always takes the same time. */
  public static FpgaFaults none() {
    return new FpgaFaults(0, 0, 0, Duration.ZERO, 0, 1);
  }

  static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
