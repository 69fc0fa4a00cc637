package org.coverscape.engine.region;

/**
 * A rectangle of whole pixels in a raster, row 0 at the top.
 *
 * @param x first column
 * @param y first row
 * @param width columns, at least 1
 * @param height rows, at least 1
 */
public record PixelWindow(int x, int y, int width, int height) {
  /** Checks that there is a pixel inside. */
  public PixelWindow {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("A pixel window holds at least one pixel.");
    }
  }

  /** The first column to the right of it. */
  public int endX() {
    return x + width;
  }

  /** The first row below it. */
  public int endY() {
    return y + height;
  }
}
