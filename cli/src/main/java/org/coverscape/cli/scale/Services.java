package org.coverscape.cli.scale;

/**
 * The services of one client.
 *
 * @param count of services
 * @param deviceSeconds time of the serial device for an image
 * @param aheadSeconds time of the service for an image beside the device, such as decoding
 * @param jitter of the device
 * @param slow how many of them are slow
 * @param slowness how many times as long these take
 */
record Services(
    int count,
    double deviceSeconds,
    double aheadSeconds,
    Jitter jitter,
    int slow,
    double slowness) {
  Services {
    Numbers.positive(count, "services");
    Numbers.positive(deviceSeconds, "time of the device");
    Numbers.notNegative(aheadSeconds, "time before the device");
    Numbers.notNegative(slow, "slow services");
    Numbers.positive(slowness, "slowness");
  }

  /** Serial devices, all alike. */
  static Services of(int count, double deviceSeconds) {
    return new Services(count, deviceSeconds, 0, Jitter.NONE, 0, 1);
  }

  Services withCount(int services) {
    return new Services(services, deviceSeconds, aheadSeconds, jitter, slow, slowness);
  }

  Services withDeviceSeconds(double seconds) {
    return new Services(count, seconds, aheadSeconds, jitter, slow, slowness);
  }

  Services withJitter(Jitter other) {
    return new Services(count, deviceSeconds, aheadSeconds, other, slow, slowness);
  }

  Services withSlow(int services, double times) {
    return new Services(count, deviceSeconds, aheadSeconds, jitter, services, times);
  }
}
