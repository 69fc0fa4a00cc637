package org.coverscape.service.image;

/**
 * Brings an image of any size to 224 × 224 px: the short side to 224 px, then the centre square.
 *
 * <p>Bilinear between pixel centres without smoothing, which is what the 2018 clients' images met.
 * An image of 224 × 224 px stays as it is, to the bit.
 */
final class CentreCrop {
  private static final int SIZE = ChipSource.SIZE;

  private CentreCrop() {}

  /** The pixels of the cropped image, {@link ChipSource#BYTES} long. */
  static byte[] of(RgbImage image) {
    if (image.width() == SIZE && image.height() == SIZE) {
      return image.rgb();
    }
    int shortSide = Math.min(image.width(), image.height());
    double[] columns = positions(image.width(), shortSide);
    double[] rows = positions(image.height(), shortSide);
    byte[] out = new byte[ChipSource.BYTES];
    int at = 0;
    for (double y : rows) {
      for (double x : columns) {
        for (int band = 0; band < 3; band++) {
          out[at++] = (byte) Math.round(bilinear(image, x, y, band));
        }
      }
    }
    return out;
  }

  /**
   * Where along an axis, in source pixels from the first pixel's centre, each output pixel lies.
   */
  private static double[] positions(int length, int shortSide) {
    double step = (double) shortSide / SIZE;
    double start = (length - shortSide) / 2.0;
    double[] out = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      out[i] = Math.min(length - 1.0, Math.max(0, start + (i + 0.5) * step - 0.5));
    }
    return out;
  }

  private static double bilinear(RgbImage image, double x, double y, int band) {
    int left = (int) x;
    int top = (int) y;
    int right = Math.min(left + 1, image.width() - 1);
    int bottom = Math.min(top + 1, image.height() - 1);
    double fx = x - left;
    double fy = y - top;
    double upper = mix(image.sample(left, top, band), image.sample(right, top, band), fx);
    double lower = mix(image.sample(left, bottom, band), image.sample(right, bottom, band), fx);
    return mix(upper, lower, fy);
  }

  private static double mix(double a, double b, double share) {
    return a + (b - a) * share;
  }
}
