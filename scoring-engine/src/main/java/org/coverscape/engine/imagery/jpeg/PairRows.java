package org.coverscape.engine.imagery.jpeg;

/**
 * Rows of two components of one resolution at that of the image. Each sum is made for both at once:
 * the first component's in the lower half of a number, the second's in the upper one.
 *
 * <p>Between samples of half the resolution values are interpolated, a quarter of the way to the
 * next one on each side, as JFIF 1.02 centres them; sums are rounded up and down in turns.
 * Components of one or two columns are repeated instead. Both are the habit of the Independent JPEG
 * Group's library, by which all others are measured.
 */
final class PairRows {
  private static final int BOTH = 0x0001_0001;
  private static final int SAMPLES = 0x00FF_00FF;

  private final Component component;
  private final byte[] first;
  private final byte[] second;
  private final boolean isNarrow;
  private final boolean isLow;
  private final int[] sums;
  private final int[] row;

  /**
   * Rows of two planes, which may be the same.
   *
   * @param frame the one they belong to
   */
  PairRows(Plane first, Plane second, Frame frame) {
    component = first.component();
    this.first = first.samples();
    this.second = second.samples();
    isNarrow = component.across() < frame.across();
    isLow = component.down() < frame.down();
    sums = new int[component.width()];
    row = isNarrow ? new int[2 * component.width()] : sums;
  }

  /** A row of the image; valid until the next is asked for. */
  int[] row(int y) {
    int stride = component.stride();
    boolean isRepeated = isNarrow && component.width() <= 2;
    if (!isLow || isRepeated) {
      pack((isLow ? y / 2 : y) * stride);
    } else {
      int near = y / 2;
      int far = near + (y % 2 == 0 ? -1 : 1);
      mix(near * stride, Math.max(0, Math.min(component.height() - 1, far)) * stride);
    }
    if (isRepeated) {
      repeat();
    } else if (isNarrow) {
      widen(isLow ? 4 : 2, isLow ? 8 : 1, isLow ? 7 : 2);
    } else if (isLow) {
      round(1 + y % 2);
    }
    return row;
  }

  private void pack(int from) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = first[from + i] & 255 | (second[from + i] & 255) << 16;
    }
  }

  private void mix(int near, int far) {
    for (int i = 0; i < sums.length; i++) {
      int here = first[near + i] & 255 | (second[near + i] & 255) << 16;
      int there = first[far + i] & 255 | (second[far + i] & 255) << 16;
      sums[i] = 3 * here + there;
    }
  }

  private void round(int rounding) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + rounding * BOTH >>> 2 & SAMPLES;
    }
  }

  private void repeat() {
    for (int i = 0; i < sums.length; i++) {
      row[2 * i] = sums[i];
      row[2 * i + 1] = sums[i];
    }
  }

  private void widen(int bits, int leftRounding, int rightRounding) {
    int left = leftRounding * BOTH;
    int right = rightRounding * BOTH;
    int before = sums[0];
    int here = before;
    int last = sums.length - 1;
    for (int i = 0; i < last; i++) {
      int next = sums[i + 1];
      row[2 * i] = 3 * here + before + left >>> bits & SAMPLES;
      row[2 * i + 1] = 3 * here + next + right >>> bits & SAMPLES;
      before = here;
      here = next;
    }
    row[2 * last] = 3 * here + before + left >>> bits & SAMPLES;
    row[2 * last + 1] = 4 * here + right >>> bits & SAMPLES;
  }
}
