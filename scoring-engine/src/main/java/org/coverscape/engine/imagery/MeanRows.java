package org.coverscape.engine.imagery;

import java.util.Arrays;

/**
 * Averages whole rows of pixels that are all valid: along the row first, then down. The sums are
 * the same whole numbers as {@link Blend} makes pixel by pixel. Not thread-safe.
 */
final class MeanRows {
  private final SourcePixels pixels;
  private final Taps x;
  private final Taps y;
  private final int width;
  private final int[] along;
  private final long[] sums;
  private int alongRow = -1;

  /** For pixels that are {@link SourcePixels#isClean clean}. */
  MeanRows(SourcePixels pixels, Taps x, Taps y, int width) {
    this.pixels = pixels;
    this.x = x;
    this.y = y;
    this.width = width;
    along = new int[3 * width];
    sums = new long[3 * width];
  }

  /** Paints the open pixels of a row of the canvas, from an index on. */
  void paint(int row, Canvas canvas, int to, int image) {
    Arrays.fill(sums, 0);
    for (int j = 0; j < y.count(row); j++) {
      reduce(y.first(row) + j);
      long weight = y.weights()[y.at(row) + j];
      for (int i = 0; i < sums.length; i++) {
        sums[i] += weight * along[i];
      }
    }
    for (int i = 0; i < width; i++) {
      if (Canvas.isOpen(canvas.owners()[to + i])) {
        canvas.paint(
            to + i,
            image,
            Blend.whole(sums[3 * i]),
            Blend.whole(sums[3 * i + 1]),
            Blend.whole(sums[3 * i + 2]));
      }
    }
  }

  /** Averages along a row of the image; the last one is kept, two rows of the grid may share it. */
  private void reduce(int sourceRow) {
    if (sourceRow == alongRow) {
      return;
    }
    alongRow = sourceRow;
    byte[] rgb = pixels.rgb();
    int[] weights = x.weights();
    int line = pixels.index(0, sourceRow);
    for (int i = 0; i < width; i++) {
      int red = 0;
      int green = 0;
      int blue = 0;
      int from = 3 * (line + x.first(i));
      int end = x.at(i) + x.count(i);
      for (int k = x.at(i); k < end; k++, from += 3) {
        int weight = weights[k];
        red += weight * (rgb[from] & 255);
        green += weight * (rgb[from + 1] & 255);
        blue += weight * (rgb[from + 2] & 255);
      }
      along[3 * i] = red;
      along[3 * i + 1] = green;
      along[3 * i + 2] = blue;
    }
  }
}
