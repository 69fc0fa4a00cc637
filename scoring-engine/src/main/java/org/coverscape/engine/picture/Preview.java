package org.coverscape.engine.picture;

import java.util.Arrays;
import org.coverscape.engine.region.PixelWindow;

/**
 * A small version of an image that fills from the top while the image is read; what is not yet read
 * is NoData. Thread-safe.
 */
final class Preview implements PixelLevel {
  /** Columns or rows at most. */
  private static final int LARGEST = 512;

  private static final int UNIT = 256;

  private final LevelShape shape;
  private final int factor;
  private final byte[] pixels;
  private final int[] sums;
  private final int[] counts;
  private boolean complete;

  /** An empty version of an image, of which rows at half the size will be added. */
  Preview(LevelShape full) {
    int reduction = 2;
    while (Math.max(full.width(), full.height()) > (long) LARGEST * reduction) {
      reduction *= 2;
    }
    factor = reduction / 2;
    shape =
        new LevelShape(
            (full.width() + reduction - 1) / reduction,
            (full.height() + reduction - 1) / reduction,
            full.bands(),
            full.noData(),
            reduction,
            reduction,
            UNIT,
            UNIT);
    pixels = new byte[shape.width() * shape.height() * shape.bands()];
    Arrays.fill(pixels, (byte) Math.max(0, shape.noData()));
    sums = new int[shape.width() * shape.bands()];
    counts = new int[shape.width()];
  }

  /** Adds the next row at half the size of the image. */
  synchronized void add(int y, byte[] row) {
    int bands = shape.bands();
    int width = row.length / bands;
    for (int x = 0; x < width; x++) {
      if (!Sampler.isNoData(row, x * bands, shape.noData())) {
        int to = x / factor;
        counts[to]++;
        for (int band = 0; band < bands; band++) {
          sums[to * bands + band] += row[x * bands + band] & 255;
        }
      }
    }
    if (y % factor == factor - 1) {
      flush(y / factor);
    }
  }

  private void flush(int y) {
    int bands = shape.bands();
    for (int x = 0; x < shape.width(); x++) {
      for (int band = 0; band < bands && counts[x] > 0; band++) {
        int mean = (sums[x * bands + band] + counts[x] / 2) / counts[x];
        pixels[(y * shape.width() + x) * bands + band] = (byte) mean;
      }
    }
    Arrays.fill(sums, 0);
    Arrays.fill(counts, 0);
  }

  /** Ends it, after the last row. */
  synchronized void complete() {
    if (!complete) {
      flush(shape.height() - 1);
      complete = true;
    }
  }

  @Override
  public synchronized boolean isSettled() {
    return complete;
  }

  @Override
  public LevelShape shape() {
    return shape;
  }

  @Override
  public synchronized byte[] load(PixelWindow window) {
    int bands = shape.bands();
    int length = window.width() * bands;
    byte[] part = new byte[length * window.height()];
    for (int y = 0; y < window.height(); y++) {
      int from = ((window.y() + y) * shape.width() + window.x()) * bands;
      System.arraycopy(pixels, from, part, y * length, length);
    }
    return part;
  }
}
