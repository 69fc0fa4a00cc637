package org.coverscape.engine.sample;

/**
 * Smooth noise over the plane (K. Perlin, "Improving Noise", 2002): about −1 to 1, mean 0, features
 * about one unit wide. Immutable and thread-safe.
 */
final class GradientNoise {
  private static final int DIRECTIONS = 64;
  private static final double[] COS = new double[DIRECTIONS];
  private static final double[] SIN = new double[DIRECTIONS];

  static {
    for (int i = 0; i < DIRECTIONS; i++) {
      COS[i] = StrictMath.cos(2 * Math.PI * i / DIRECTIONS);
      SIN[i] = StrictMath.sin(2 * Math.PI * i / DIRECTIONS);
    }
  }

  private final int seed;

  GradientNoise(int seed) {
    this.seed = seed;
  }

  /** One octave. */
  double at(double x, double y) {
    int ix = (int) Math.floor(x);
    int iy = (int) Math.floor(y);
    double fx = x - ix;
    double fy = y - iy;
    double u = fade(fx);
    double top = lerp(u, slope(ix, iy, fx, fy), slope(ix + 1, iy, fx - 1, fy));
    double bottom = lerp(u, slope(ix, iy + 1, fx, fy - 1), slope(ix + 1, iy + 1, fx - 1, fy - 1));
    return 1.5 * lerp(fade(fy), top, bottom);
  }

  /** Several octaves, each half as wide and half as strong, turned so that no lattice shows. */
  double fractal(double x, double y, int octaves) {
    double sum = 0;
    double strength = 0.5;
    double px = x;
    double py = y;
    for (int i = 0; i < octaves; i++) {
      sum += strength * at(px, py);
      strength *= 0.5;
      double turned = 1.6 * px + 1.2 * py;
      py = -1.2 * px + 1.6 * py + 17.3;
      px = turned;
    }
    return sum * 1.4;
  }

  private double slope(int ix, int iy, double dx, double dy) {
    int direction = Hash.bits(seed, ix, iy) & DIRECTIONS - 1;
    return COS[direction] * dx + SIN[direction] * dy;
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }

  private static double lerp(double t, double a, double b) {
    return a + t * (b - a);
  }
}
