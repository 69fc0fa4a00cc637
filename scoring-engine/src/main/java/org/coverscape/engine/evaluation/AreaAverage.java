package org.coverscape.engine.evaluation;

/**
 * Brings an image to a coarser grid by averaging: each new pixel is the mean of the ground it
 * covers, pixels cut by its edge counting by the part inside.
 */
final class AreaAverage {
  private AreaAverage() {}

  /**
   * An image of {@code newWidth} × {@code newHeight} pixels out of one of {@code width} × {@code
   * height}.
   */
  static byte[] shrink(byte[] rgb, int width, int height, int newWidth, int newHeight) {
    float[] rows = alongRows(rgb, width, height, newWidth);
    byte[] out = new byte[newWidth * newHeight * 3];
    double scale = (double) height / newHeight;
    for (int y = 0; y < newHeight; y++) {
      for (int i = 0; i < newWidth * 3; i++) {
        double sum = 0;
        for (int s = first(y, scale); s < last(y, scale, height); s++) {
          sum += rows[s * newWidth * 3 + i] * overlap(s, y, scale);
        }
        out[y * newWidth * 3 + i] = (byte) Math.round(Math.max(0, Math.min(255, sum / scale)));
      }
    }
    return out;
  }

  private static float[] alongRows(byte[] rgb, int width, int height, int newWidth) {
    float[] out = new float[newWidth * height * 3];
    double scale = (double) width / newWidth;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < newWidth; x++) {
        for (int band = 0; band < 3; band++) {
          double sum = 0;
          for (int s = first(x, scale); s < last(x, scale, width); s++) {
            sum += (rgb[(y * width + s) * 3 + band] & 0xFF) * overlap(s, x, scale);
          }
          out[(y * newWidth + x) * 3 + band] = (float) (sum / scale);
        }
      }
    }
    return out;
  }

  private static int first(int target, double scale) {
    return (int) Math.floor(target * scale);
  }

  private static int last(int target, double scale, int length) {
    return Math.min(length, (int) Math.ceil((target + 1) * scale));
  }

  /** The part of a source pixel that a target pixel covers. */
  private static double overlap(int source, int target, double scale) {
    double from = Math.max(source, target * scale);
    double to = Math.min(source + 1.0, (target + 1) * scale);
    return Math.max(0, to - from);
  }
}
