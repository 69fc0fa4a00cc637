package org.coverscape.engine.sample;

/**
 * The course of a wide, sandy prairie river that crosses the image from west to east. Thread-safe.
 */
final class River {
  private final GradientNoise noise;

  River(int seed) {
    this.noise = new GradientNoise(seed);
  }

  /** Metres from the middle of the bed, negative to the north. */
  double offset(double x, double y) {
    double middle = middle(x);
    double slope = (middle(x + 8) - middle) / 8;
    return (y - middle) / Math.sqrt(1 + slope * slope);
  }

  private double middle(double x) {
    return 1290 + 120 * Math.sin(x / 520 + 0.8) + 90 * noise.fractal(x / 420, 0.5, 3);
  }

  /** Half the width of the bed, in metres. */
  double halfWidth(double x) {
    double bulge = (x - 1180) / 420;
    return 62 + 120 * Math.exp(-bulge * bulge) + 26 * noise.fractal(x / 110, 7.5, 3);
  }
}
