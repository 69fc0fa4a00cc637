package org.coverscape.engine.imagery;

/**
 * Where the pixels of an image lie: x = x0 + col·a + row·b, y = y0 + col·d + row·e, for the upper
 * left corner of pixel (col, row); pixel-is-point files are shifted by half a pixel when they are
 * read.
 *
 * @param x0 x of the outer corner of the first pixel
 * @param y0 y of that corner
 * @param a x step per column
 * @param b x step per row, 0 for north-up images
 * @param d y step per column, 0 for north-up images
 * @param e y step per row, negative for north-up images
 */
public record PixelGrid(double x0, double y0, double a, double b, double d, double e) {
  /** Checks that the pixels have an area. */
  public PixelGrid {
    double area = a * e - b * d;
    if (!Double.isFinite(area) || area == 0 || !Double.isFinite(x0 + y0)) {
      throw new IllegalArgumentException("The pixels have no size on the ground.");
    }
  }

  /** A grid of square or oblong pixels, north up. */
  public static PixelGrid northUp(double west, double north, double width, double height) {
    return new PixelGrid(west, north, width, 0, 0, -height);
  }

  /** Whether columns run east and rows run south. */
  public boolean isNorthUp() {
    return b == 0 && d == 0 && a > 0 && e < 0;
  }

  /** x of a position in pixels. */
  public double x(double col, double row) {
    return x0 + col * a + row * b;
  }

  /** y of a position in pixels. */
  public double y(double col, double row) {
    return y0 + col * d + row * e;
  }

  /** The position in pixels of a point. */
  public double col(double x, double y) {
    return ((x - x0) * e - (y - y0) * b) / (a * e - b * d);
  }

  /** The position in pixels of a point. */
  public double row(double x, double y) {
    return ((y - y0) * a - (x - x0) * d) / (a * e - b * d);
  }
}
