package org.coverscape.engine.imagery.mrf;

import java.io.IOException;

/** Undoes the filters of PNG (W3C, "Portable Network Graphics", section 9). */
final class PngRows {
  private PngRows() {}

  /**
   * Restores rows in their place, each behind a byte that names its filter.
   *
   * @param rowBytes of a row, without that byte
   * @param step bytes of a pixel, at least 1
   */
  static void restore(byte[] rows, int height, int rowBytes, int step) throws IOException {
    for (int y = 0; y < height; y++) {
      int at = y * (rowBytes + 1) + 1;
      int above = y == 0 ? -1 : at - rowBytes - 1;
      int end = at + rowBytes;
      switch (rows[at - 1]) {
        case 0 -> {}
        case 1 -> sub(rows, at, end, step);
        case 2 -> up(rows, at, end, above);
        case 3 -> average(rows, at, end, above, step);
        case 4 -> paeth(rows, at, end, above, step);
        default -> throw new IOException("a row of a PNG stream without a known filter");
      }
    }
  }

  private static void sub(byte[] rows, int at, int end, int step) {
    for (int i = at + step; i < end; i++) {
      rows[i] += rows[i - step];
    }
  }

  private static void up(byte[] rows, int at, int end, int above) {
    if (above >= 0) {
      for (int i = at, from = above; i < end; i++, from++) {
        rows[i] += rows[from];
      }
    }
  }

  private static void average(byte[] rows, int at, int end, int above, int step) {
    for (int i = at, from = above; i < end; i++, from++) {
      int left = i - at < step ? 0 : rows[i - step] & 255;
      int upper = above < 0 ? 0 : rows[from] & 255;
      rows[i] += (byte) (left + upper >> 1);
    }
  }

  private static void paeth(byte[] rows, int at, int end, int above, int step) {
    if (above < 0) {
      sub(rows, at, end, step);
      return;
    }
    int first = Math.min(end, at + step);
    up(rows, at, first, above);
    for (int i = first, from = above + step; i < end; i++, from++) {
      int left = rows[i - step] & 255;
      int upper = rows[from] & 255;
      int corner = rows[from - step] & 255;
      int toLeft = Math.abs(upper - corner);
      int toUpper = Math.abs(left - corner);
      int toCorner = Math.abs(left + upper - 2 * corner);
      int nearest =
          toLeft <= toUpper && toLeft <= toCorner ? left : toUpper <= toCorner ? upper : corner;
      rows[i] += (byte) nearest;
    }
  }
}
