package org.coverscape.engine.imagery;

import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.region.PixelWindow;

/** Takes a chip out of a canvas and fills its holes. */
final class ChipFiller {
  private ChipFiller() {}

  /** The chip, holes filled with the rounded mean of its valid pixels. */
  static byte[] filled(Canvas canvas, PixelWindow window) {
    byte[] chip = copied(canvas, window);
    byte[] mean = {};
    for (int y = 0; y < window.height(); y++) {
      int from = canvas.index(window.x(), window.y() + y);
      int to = y * window.width();
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

  /** The chip as it was painted, for one that has no holes. */
  static byte[] copied(Canvas canvas, PixelWindow window) {
    byte[] chip = new byte[Chip.BYTES];
    int row = 3 * window.width();
    for (int y = 0; y < window.height(); y++) {
      int from = canvas.index(window.x(), window.y() + y);
      System.arraycopy(canvas.rgb(), 3 * from, chip, y * row, row);
    }
    return chip;
  }

  private static byte[] mean(Canvas canvas, PixelWindow window) {
    short[] owners = canvas.owners();
    byte[] rgb = canvas.rgb();
    int count = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int y = window.y(); y < window.endY(); y++) {
      int first = canvas.index(window.x(), y);
      for (int i = first; i < first + window.width(); i++) {
        if (owners[i] > 0) {
          count++;
          red += rgb[3 * i] & 255;
          green += rgb[3 * i + 1] & 255;
          blue += rgb[3 * i + 2] & 255;
        }
      }
    }
    return count == 0
        ? new byte[3]
        : new byte[] {mean(red, count), mean(green, count), mean(blue, count)};
  }

  /** The rounded mean. */
  static byte mean(int sum, int count) {
    return (byte) ((sum + count / 2) / count);
  }
}
