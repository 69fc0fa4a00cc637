package org.coverscape.engine.imagery;

import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.region.PixelWindow;

/** Takes a chip out of a canvas and fills its holes. */
final class ChipFiller {
  private ChipFiller() {}

  /** The chip, holes filled with the rounded mean of its valid pixels. */
  static byte[] filled(Canvas canvas, PixelWindow window) {
    byte[] chip = new byte[Chip.BYTES];
    byte[] mean = {};
    for (int y = 0; y < window.height(); y++) {
      int from = canvas.index(window.x(), window.y() + y);
      int to = y * window.width();
      System.arraycopy(canvas.rgb(), 3 * from, chip, 3 * to, 3 * window.width());
      if (canvas.owners()[from] > 0 && canvas.isOneOwners(from, from + window.width())) {
        continue;
      }
      for (int x = 0; x < window.width(); x++) {
        if (canvas.owners()[from + x] <= 0) {
          mean = mean.length == 0 ? mean(canvas, window) : mean;
          System.arraycopy(mean, 0, chip, 3 * (to + x), 3);
        }
      }
    }
    return chip;
  }

  private static byte[] mean(Canvas canvas, PixelWindow window) {
    long[] sums = new long[3];
    long count = 0;
    for (int y = window.y(); y < window.endY(); y++) {
      int first = canvas.index(window.x(), y);
      for (int i = first; i < first + window.width(); i++) {
        if (canvas.owners()[i] > 0) {
          count++;
          for (int band = 0; band < 3; band++) {
            sums[band] += canvas.rgb()[3 * i + band] & 255;
          }
        }
      }
    }
    byte[] mean = new byte[3];
    for (int band = 0; band < 3; band++) {
      mean[band] = count == 0 ? 0 : (byte) ((sums[band] + count / 2) / count);
    }
    return mean;
  }
}
