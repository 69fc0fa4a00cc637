package org.coverscape.benchmarks.step;

import java.util.Random;

/** Pixels that pack about as well as aerial imagery: slow changes under a little noise. */
final class SyntheticGround {
  private static final double NOISE = 6;

  private SyntheticGround() {}

  /** Pixels row by row, interleaved by pixel; always the same. */
  static byte[] pixels(int width, int height, int bands) {
    Random random = new Random(1);
    byte[] pixels = new byte[width * height * bands];
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double shade = 120 + 50 * Math.sin(x / 37.0) * Math.cos(y / 23.0);
        double texture = NOISE * random.nextGaussian();
        for (int band = 0; band < bands; band++) {
          double value = shade + texture + 8 * band + 2 * random.nextGaussian();
          pixels[at++] = (byte) Math.max(1, Math.min(255, Math.round(value)));
        }
      }
    }
    return pixels;
  }
}
