package org.coverscape.engine.imagery;

/**
 * The weights of linear interpolation along one direction, for positions in steps of 1/{@value
 * #PHASES} pixel; widened where many pixels make one, so that fine detail does not alias.
 *
 * @param radius reach in pixels to each side, 1 for plain interpolation
 * @param taps weights for each part of a pixel
 */
record Tent(double radius, Taps taps) {
  /** Parts of a pixel. */
  static final int PHASES = 64;

  /** Its binary logarithm. */
  static final int PHASE_BITS = 6;

  /** So little is no reduction; plain interpolation is as good and sharper. */
  private static final double NEARLY_ONE = 1.1;

  /** The weights where so many pixels make one. */
  static Tent of(double reduction) {
    double radius = reduction < NEARLY_ONE ? 1 : reduction;
    int most = (int) Math.ceil(2 * radius) + 1;
    Taps taps = new Taps(PHASES, most);
    double[] shares = new double[most];
    for (int phase = 0; phase < PHASES; phase++) {
      for (int k = 0; k < most; k++) {
        double distance = (double) phase / PHASES + radius - 1 - k;
        shares[k] = Math.max(0, radius - Math.abs(distance));
      }
      taps.set(phase, 1, shares);
    }
    return new Tent(radius, taps);
  }

  /** Pixels that any position takes, at most. */
  int width() {
    return (int) Math.ceil(2 * radius) + 1;
  }

  /**
   * A position in pixels, as whole steps: divided by {@link #PHASES} the pixel that its taps count
   * from, the remainder their phase.
   */
  int steps(double position) {
    return (int) Math.floor((position - 0.5 - radius) * PHASES + 0.5);
  }
}
