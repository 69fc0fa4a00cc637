package org.coverscape.engine.sample;

/**
 * The course of a wide, sandy prairie river that crosses the image from west to east. Immutable.
 */
final class River {
  private final double[] middle;
  private final double[] stretch;
  private final double[] halfWidth;

  /** The course over a width of the image, in metres. */
  River(int seed, int width) {
    GradientNoise noise = new GradientNoise(seed);
    middle = new double[width + 1];
    stretch = new double[width + 1];
    halfWidth = new double[width + 1];
    for (int x = 0; x <= width; x++) {
      middle[x] = middle(noise, x);
      double slope = (middle(noise, x + 8) - middle[x]) / 8;
      stretch[x] = Math.sqrt(1 + slope * slope);
      halfWidth[x] = halfWidth(noise, x);
    }
  }

  private static double middle(GradientNoise noise, double x) {
    return 1290 + 120 * StrictMath.sin(x / 520 + 0.8) + 90 * noise.fractal(x / 420, 0.5, 3);
  }

  private static double halfWidth(GradientNoise noise, double x) {
    double bulge = (x - 1180) / 420;
    return 62 + 120 * StrictMath.exp(-bulge * bulge) + 26 * noise.fractal(x / 110, 7.5, 3);
  }

  /** Metres from the middle of the bed, negative to the north. */
  double offset(double x, double y) {
    int column = (int) x;
    double next = middle[Math.min(column + 1, middle.length - 1)];
    return (y - middle[column] - (x - column) * (next - middle[column])) / stretch[column];
  }

  /** Half the width of the bed, in metres. */
  double halfWidth(double x) {
    return halfWidth[(int) x];
  }
}
