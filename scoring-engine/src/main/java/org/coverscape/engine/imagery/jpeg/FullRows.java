package org.coverscape.engine.imagery.jpeg;

/**
 * Rows of a component at the resolution of the image. Between samples of half of it values are
 * interpolated, a quarter of the way to the next one on each side, as JFIF 1.02 centres them;
 * rounding goes up and down in turns. Components of one or two columns are repeated instead: both
 * as the Independent JPEG Group's library has always done it, by which all others are measured.
 */
final class FullRows {
  private final Component component;
  private final boolean isNarrow;
  private final boolean isLow;
  private byte[] samples = {};
  private byte[] row;
  private int from;

  /** Rows of a component, in the frame it belongs to. */
  FullRows(Component component, Frame frame) {
    this.component = component;
    isNarrow = component.across() < frame.across();
    isLow = component.down() < frame.down();
    row = new byte[isNarrow || isLow ? 2 * component.stride() : 0];
  }

  /** Goes to the samples of the next image. */
  void begin(Plane plane) {
    samples = plane.samples();
    if (!isNarrow && !isLow) {
      row = samples;
    }
  }

  /** What holds the row that was gone to. */
  byte[] row() {
    return row;
  }

  /** Index of its first sample. */
  int from() {
    return from;
  }

  /** Goes to a row of the image. */
  void to(int y) {
    int stride = component.stride();
    if (!isNarrow && !isLow) {
      from = y * stride;
    } else if (!isLow) {
      widen(y * stride);
    } else {
      int near = y / 2;
      int far = Math.max(0, Math.min(component.height() - 1, y % 2 == 0 ? near - 1 : near + 1));
      if (isNarrow) {
        widen(near * stride, far * stride);
      } else {
        mix(near * stride, far * stride, 1 + y % 2);
      }
    }
  }

  private void mix(int near, int far, int rounding) {
    for (int i = 0; i < component.width(); i++) {
      row[i] = (byte) (3 * (samples[near + i] & 255) + (samples[far + i] & 255) + rounding >> 2);
    }
  }

  private void repeat(int at) {
    for (int i = 0; i < component.width(); i++) {
      row[2 * i] = samples[at + i];
      row[2 * i + 1] = samples[at + i];
    }
  }

  private void widen(int at) {
    int width = component.width();
    if (width <= 2) {
      repeat(at);
      return;
    }
    int left = samples[at] & 255;
    int here = left;
    for (int i = 0; i < width; i++) {
      int right = samples[at + Math.min(i + 1, width - 1)] & 255;
      row[2 * i] = (byte) (3 * here + left + 1 >> 2);
      row[2 * i + 1] = (byte) (3 * here + right + 2 >> 2);
      left = here;
      here = right;
    }
  }

  private void widen(int near, int far) {
    int width = component.width();
    if (width <= 2) {
      repeat(near);
      return;
    }
    int left = sum(near, far, 0);
    int here = left;
    for (int i = 0; i < width; i++) {
      int right = sum(near, far, Math.min(i + 1, width - 1));
      row[2 * i] = (byte) (3 * here + left + 8 >> 4);
      row[2 * i + 1] = (byte) (3 * here + right + 7 >> 4);
      left = here;
      here = right;
    }
  }

  private int sum(int near, int far, int i) {
    return 3 * (samples[near + i] & 255) + (samples[far + i] & 255);
  }
}
