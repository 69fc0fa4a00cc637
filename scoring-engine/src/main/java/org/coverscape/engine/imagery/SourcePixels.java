package org.coverscape.engine.imagery;

import java.util.Arrays;
import org.coverscape.engine.region.PixelWindow;

/**
 * Pixels of one image, with what is known of each.
 *
 * @param window where they lie; it may reach beyond the image
 * @param rgb width × height × 3 bytes, row by row; there may be more, which mean nothing
 * @param states one of the constants per pixel; empty when all are {@link #VALID}
 */
record SourcePixels(PixelWindow window, byte[] rgb, byte[] states) {
  /** Imagery. */
  static final byte VALID = 0;

  /** Beyond the image. */
  static final byte OUTSIDE = 1;

  /** Marked as NoData. */
  static final byte NODATA = 2;

  /** Stored, but not to be read. */
  static final byte UNREADABLE = 3;

  /** Whether all of them are imagery. */
  boolean isClean() {
    return states.length == 0;
  }

  /** Whether a run of them, at least one, is all imagery. */
  boolean isClean(int from, int to) {
    return isClean()
        || (states[from] == VALID && Arrays.equals(states, from, to - 1, states, from + 1, to));
  }

  /** Index of a pixel; times three in the bytes. */
  int index(int col, int row) {
    return (row - window.y()) * window.width() + col - window.x();
  }
}
