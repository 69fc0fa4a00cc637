package org.coverscape.cli.scale;

/**
 * A way for bytes, one transfer after another: a network card, a disk, a switch. Transfers are
 * small against the run, so that taking turns and sharing come to the same.
 */
final class Link {
  private final Timeline timeline;
  private final double bytesPerSecond;
  private final double latency;
  private double free;
  private double busy;

  /**
   * A link.
   *
   * @param bytesPerSecond may be infinite
   * @param latency seconds that the last byte is under way
   */
  Link(Timeline timeline, double bytesPerSecond, double latency) {
    this.timeline = timeline;
    this.bytesPerSecond = bytesPerSecond;
    this.latency = latency;
  }

  /** Sends bytes; the action happens when the last has arrived. */
  void send(double bytes, Runnable arrived) {
    double seconds = bytes / bytesPerSecond;
    free = Math.max(free, timeline.now()) + seconds;
    busy += seconds;
    timeline.at(free + latency, arrived);
  }

  /** Seconds in which something was sent. */
  double busySeconds() {
    return busy;
  }
}
