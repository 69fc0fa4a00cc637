package org.coverscape.engine.export;

import org.coverscape.engine.raster.RowSource;

/** Gives the rows of a raster and counts its numbers on the way. Not thread-safe. */
final class PixelCounter implements RowSource {
  private static final int VALUES = 256;

  private final CoveredCells cells;
  private final MapRaster raster;
  private final RasterFrame frame;
  private final int[] rows;
  private final int[] cols;
  private final long[] counts = new long[VALUES];

  PixelCounter(CoveredCells cells, MapRaster raster, RasterFrame frame) {
    this.cells = cells;
    this.raster = raster;
    this.frame = frame;
    rows = new int[frame.width()];
    cols = new int[frame.width()];
  }

  @Override
  public void row(int y, byte[] target) {
    frame.locate(y, rows, cols);
    for (int x = 0; x < rows.length; x++) {
      int value = raster.value(cells, rows[x], cols[x]);
      target[x] = (byte) value;
      counts[value]++;
    }
  }

  /** How often each number came, by number. */
  long[] counts() {
    return counts.clone();
  }
}
