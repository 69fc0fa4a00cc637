package org.coverscape.engine.picture;

import org.coverscape.engine.region.PixelWindow;

/**
 * The size of one level of an image, and of the units in which it is unpacked.
 *
 * @param width columns
 * @param height rows
 * @param bands bytes per pixel: 3 or 4, or 1 of classes
 * @param noData a pixel is NoData when red, green and blue all have this value; -1 for none
 * @param across columns of the full resolution per column
 * @param down rows of the full resolution per row
 * @param unitWidth columns of a unit
 * @param unitHeight rows of a unit
 */
record LevelShape(
    int width,
    int height,
    int bands,
    int noData,
    double across,
    double down,
    int unitWidth,
    int unitHeight) {
  /** The pixels of a unit, counted from the north-west. */
  PixelWindow unit(int col, int row) {
    int x = col * unitWidth;
    int y = row * unitHeight;
    return new PixelWindow(x, y, Math.min(unitWidth, width - x), Math.min(unitHeight, height - y));
  }

  /** Number of pixels. */
  long pixels() {
    return (long) width * height;
  }

  /** Full pixels per pixel, in the direction where they are fewer. */
  double reduction() {
    return Math.min(across, down);
  }
}
