package org.coverscape.engine.export;

import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;

/** Where the pixels of a raster lie and which cell each of them shows. */
interface RasterFrame {
  /** Columns. */
  int width();

  /** Rows. */
  int height();

  /** Where the pixels lie, in units of {@link #crs}. */
  PixelGrid grid();

  /** What the coordinates mean. */
  Crs crs();

  /**
   * Finds the cells under a row of pixels.
   *
   * @param y row from the top
   * @param rows takes the row of the cell under each pixel
   * @param cols takes its column
   */
  void locate(int y, int[] rows, int[] cols);
}
