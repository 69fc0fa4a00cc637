package org.coverscape.service.emulation;

import java.util.Random;

/**
 * How long a device takes for a batch, and which images fail. Not thread-safe.
 *
 * <p>Jitter is lognormal with mean 1, so that the rate on average stays as it is: {@code exp(σz −
 * σ²/2)} with {@code σ² = ln(1 + jitter²)}.
 */
final class DeviceTime {
  private final double base;
  private final double perImage;
  private final FpgaFaults faults;
  private final double sigma;
  private final Random random;
  private long images;

  DeviceTime(FpgaSettings settings) {
    base = settings.base().toNanos();
    perImage = settings.perImage().toNanos();
    faults = settings.faults();
    sigma = Math.sqrt(Math.log1p(faults.jitter() * faults.jitter()));
    random = new Random(settings.seed());
  }

  /** The time for the next batch, in nanoseconds, stalls included. */
  long next(int size) {
    double factor = images >= faults.slowAfter() ? faults.slowFactor() : 1;
    if (sigma > 0) {
      factor *= Math.exp(sigma * random.nextGaussian() - sigma * sigma / 2);
    }
    double time = (base + size * perImage) * factor;
    for (int i = 0; faults.stalls() > 0 && i < size; i++) {
      if (random.nextDouble() < faults.stalls()) {
        time += faults.stall().toNanos();
      }
    }
    images += size;
    return Math.round(time);
  }
}
