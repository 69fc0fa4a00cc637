package org.coverscape.engine.inference;

/**
 * Throughput under two windows, measured in turns (A B A B) so that a slow drift of the service
 * does not favour either.
 */
final class Comparison {
  private static final int TURNS = 4;

  private final int other;
  private final double[] rates = new double[TURNS];
  private int turns;

  /**
   * A comparison that begins with the window of now.
   *
   * @param other the window it is compared with
   */
  Comparison(int other) {
    this.other = other;
  }

  int other() {
    return other;
  }

  void add(double rate) {
    rates[turns++] = rate;
  }

  boolean isOthersTurn() {
    return turns % 2 == 1;
  }

  boolean isComplete() {
    return turns == TURNS;
  }

  /** Whether both windows were measured alike twice, up to a factor: else the service changed. */
  boolean isSteady(double factor) {
    return alike(rates[0], rates[2], factor) && alike(rates[1], rates[3], factor);
  }

  private static boolean alike(double a, double b, double factor) {
    return Math.max(a, b) <= factor * Math.min(a, b);
  }

  /** The other window's throughput as a multiple of this one's. */
  double gain() {
    return (rates[1] + rates[3]) / (rates[0] + rates[2]);
  }
}
