package org.coverscape.engine.export;

/**
 * The corners that pixels of a north-up raster can have: an origin and a step.
 *
 * @param x x of any corner
 * @param y y of any corner
 * @param width width of a pixel in units of the coordinate system
 * @param height height of a pixel
 */
record PixelLattice(double x, double y, double width, double height) {
  /** Checks the steps. */
  PixelLattice {
    if (!(width > 0) || !(height > 0) || !Double.isFinite(x + y)) {
      throw new IllegalArgumentException("The pixels have no size on the ground.");
    }
  }

  /** Square pixels at whole multiples of their size. */
  static PixelLattice ofSize(double size) {
    return new PixelLattice(0, 0, size, size);
  }
}
