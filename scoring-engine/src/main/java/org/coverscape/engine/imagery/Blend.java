package org.coverscape.engine.imagery;

/**
 * Weighs pixels of an image into one of the grid, in whole numbers, so that neither the order of
 * the pixels nor a shortcut changes a bit of the result. Not thread-safe.
 */
final class Blend {
  /** The sum of the weights in one direction. */
  static final int ONE = 1 << 15;

  private static final long WHOLE = (long) ONE * ONE;

  private final byte[] rgb;
  private final byte[] states;
  private final int stride;
  private final Canvas canvas;
  private final int image;

  /** Weighs pixels of one image onto a canvas, where the image has a number. */
  Blend(SourcePixels pixels, Canvas canvas, int image) {
    this.rgb = pixels.rgb();
    this.states = pixels.states();
    this.stride = pixels.window().width();
    this.canvas = canvas;
    this.image = image;
  }

  /**
   * Paints an open pixel of the canvas.
   *
   * @param to index of the pixel
   * @param corner index of the first pixel of the image that has a say
   * @param x weights along the row
   * @param ix the position among them
   * @param y weights along the column
   * @param iy the position among them
   */
  void paint(int to, int corner, Taps x, int ix, Taps y, int iy) {
    int nx = x.count(ix);
    int ny = y.count(iy);
    if (states.length == 0 || isClean(corner, nx, ny)) {
      paintClean(to, corner, x.weights(), x.at(ix), nx, y.weights(), y.at(iy), ny);
    } else {
      paintMasked(to, corner, x.weights(), x.at(ix), nx, y.weights(), y.at(iy), ny);
    }
  }

  private boolean isClean(int corner, int nx, int ny) {
    for (int j = 0; j < ny; j++) {
      int row = corner + j * stride;
      for (int i = row; i < row + nx; i++) {
        if (states[i] != SourcePixels.VALID) {
          return false;
        }
      }
    }
    return true;
  }

  private void paintClean(int to, int corner, int[] wx, int ax, int nx, int[] wy, int ay, int ny) {
    byte[] bytes = rgb;
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int j = 0; j < ny; j++) {
      int rowRed = 0;
      int rowGreen = 0;
      int rowBlue = 0;
      int at = 3 * (corner + j * stride);
      for (int i = ax; i < ax + nx; i++) {
        int weight = wx[i];
        rowRed += weight * (bytes[at] & 255);
        rowGreen += weight * (bytes[at + 1] & 255);
        rowBlue += weight * (bytes[at + 2] & 255);
        at += 3;
      }
      long weight = wy[ay + j];
      red += weight * rowRed;
      green += weight * rowGreen;
      blue += weight * rowBlue;
    }
    canvas.paint(to, image, whole(red), whole(green), whole(blue));
  }

  private void paintMasked(int to, int corner, int[] wx, int ax, int nx, int[] wy, int ay, int ny) {
    long red = 0;
    long green = 0;
    long blue = 0;
    long valid = 0;
    boolean touches = false;
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int at = corner + j * stride + i;
        long weight = (long) wx[ax + i] * wy[ay + j];
        if (weight == 0 || states[at] == SourcePixels.OUTSIDE) {
          continue;
        }
        touches = true;
        if (states[at] == SourcePixels.UNREADABLE) {
          canvas.owners()[to] = Canvas.unreadable(image);
          return;
        }
        if (states[at] == SourcePixels.VALID) {
          valid += weight;
          red += weight * (rgb[3 * at] & 255);
          green += weight * (rgb[3 * at + 1] & 255);
          blue += weight * (rgb[3 * at + 2] & 255);
        }
      }
    }
    if (2 * valid >= WHOLE) {
      canvas.paint(to, image, mean(red, valid), mean(green, valid), mean(blue, valid));
    } else if (touches) {
      canvas.owners()[to] = Canvas.NODATA;
    }
  }

  /** The rounded mean, where the weights sum to {@link #WHOLE}. */
  static int whole(long sum) {
    return (int) ((sum + WHOLE / 2) >> 30);
  }

  private static int mean(long sum, long weights) {
    return (int) ((sum + weights / 2) / weights);
  }
}
