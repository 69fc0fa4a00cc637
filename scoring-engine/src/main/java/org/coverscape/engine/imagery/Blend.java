package org.coverscape.engine.imagery;

/**
 * Weighs pixels of an image into one of the grid, in whole numbers, so that neither the order of
 * the pixels nor a shortcut changes a bit of the result. Not thread-safe.
 *
 * <p>The weights of a row of taps, and those of a column, each sum to {@link #ONE}.
 */
final class Blend {
  /** The sum of the weights in one direction. */
  static final int ONE = 1 << 15;

  private static final long WHOLE = (long) ONE * ONE;

  private final SourcePixels pixels;
  private final Canvas canvas;
  private final int image;

  /** Weighs pixels of one image onto a canvas. */
  Blend(SourcePixels pixels, Canvas canvas, int image) {
    this.pixels = pixels;
    this.canvas = canvas;
    this.image = image;
  }

  /**
   * Paints an open pixel of the canvas.
   *
   * @param to index of the pixel
   * @param x taps along the row
   * @param ix the position among them
   * @param left column that the taps count from
   * @param y taps along the column
   * @param iy the position among them
   * @param top row that the taps count from
   */
  void paint(int to, Taps x, int ix, int left, Taps y, int iy, int top) {
    int corner = pixels.index(left + x.first(ix), top + y.first(iy));
    if (pixels.isClean()) {
      paintClean(to, corner, x, ix, y, iy);
    } else {
      paintMasked(to, corner, x, ix, y, iy);
    }
  }

  private void paintClean(int to, int corner, Taps x, int ix, Taps y, int iy) {
    byte[] rgb = pixels.rgb();
    long red = 0;
    long green = 0;
    long blue = 0;
    int nx = x.count(ix);
    for (int j = 0; j < y.count(iy); j++) {
      int rowRed = 0;
      int rowGreen = 0;
      int rowBlue = 0;
      int at = 3 * (corner + j * pixels.window().width());
      for (int i = 0; i < nx; i++) {
        int weight = x.weight(ix, i);
        rowRed += weight * (rgb[at] & 255);
        rowGreen += weight * (rgb[at + 1] & 255);
        rowBlue += weight * (rgb[at + 2] & 255);
        at += 3;
      }
      long weight = y.weight(iy, j);
      red += weight * rowRed;
      green += weight * rowGreen;
      blue += weight * rowBlue;
    }
    canvas.paint(to, image, rounded(red, WHOLE), rounded(green, WHOLE), rounded(blue, WHOLE));
  }

  private void paintMasked(int to, int corner, Taps x, int ix, Taps y, int iy) {
    byte[] rgb = pixels.rgb();
    long[] sums = new long[3];
    long valid = 0;
    boolean touches = false;
    for (int j = 0; j < y.count(iy); j++) {
      int at = corner + j * pixels.window().width();
      for (int i = 0; i < x.count(ix); i++, at++) {
        long weight = (long) x.weight(ix, i) * y.weight(iy, j);
        byte state = pixels.states()[at];
        if (weight == 0 || state == SourcePixels.OUTSIDE) {
          continue;
        }
        touches = true;
        if (state == SourcePixels.UNREADABLE) {
          canvas.owners()[to] = Canvas.unreadable(image);
          return;
        }
        if (state == SourcePixels.VALID) {
          valid += weight;
          for (int band = 0; band < 3; band++) {
            sums[band] += weight * (rgb[3 * at + band] & 255);
          }
        }
      }
    }
    if (2 * valid >= WHOLE) {
      canvas.paint(
          to, image, rounded(sums[0], valid), rounded(sums[1], valid), rounded(sums[2], valid));
    } else if (touches) {
      canvas.owners()[to] = Canvas.NODATA;
    }
  }

  private static int rounded(long sum, long weights) {
    return (int) ((sum + weights / 2) / weights);
  }
}
