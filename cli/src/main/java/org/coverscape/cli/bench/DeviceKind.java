package org.coverscape.cli.bench;

import java.util.List;
import java.util.Locale;

/**
 * A kind of service under test.
 *
 * @param name one word, for files and tables
 * @param label for people
 * @param fpga its settings, as {@code serve --fpga} takes them
 * @param rate about how many images a second it can score, which decides how many it is given
 * @param ages whether it changes as it scores, so that each measurement needs a fresh one
 */
public record DeviceKind(String name, String label, String fpga, double rate, boolean ages) {
  static final String SERIAL = "serial";
  private static final double SLOW_RATE = 20;
  private static final double BATCH_RATE = 1200;
  private static final int SLOWER = 3;

  /** Checks that the rate is one. */
  public DeviceKind {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new IllegalArgumentException("The rate must be a number of images a second.");
    }
  }

  /** The serial device whose curves are drawn. */
  static DeviceKind serial(double rate) {
    return new DeviceKind(
        SERIAL, "serial, " + text(rate) + "/s", "rate=" + text(rate), rate, false);
  }

  /**
   * All five kinds.
   *
   * @param rate of the serial ones in images a second
   * @param turn images after which the one that gets slower does
   */
  static List<DeviceKind> all(double rate, int turn) {
    String serial = "rate=" + text(rate);
    return List.of(
        serial(rate),
        new DeviceKind("batching", "batches of 32", "batch=32:10ms:0.5ms", BATCH_RATE, false),
        new DeviceKind("slow", "slow, 20/s", "rate=" + text(SLOW_RATE), SLOW_RATE, false),
        new DeviceKind("far", "50 ms away", serial + ",latency=50ms", rate, false),
        new DeviceKind(
            "tiring",
            "3 × slower half way",
            serial + ",slow=" + turn + ":" + SLOWER,
            rate / 2,
            true));
  }

  private static String text(double rate) {
    return rate == Math.rint(rate)
        ? String.format(Locale.ROOT, "%.0f", rate)
        : Double.toString(rate);
  }
}
