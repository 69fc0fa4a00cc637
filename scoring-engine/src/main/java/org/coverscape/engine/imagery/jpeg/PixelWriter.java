package org.coverscape.engine.imagery.jpeg;

import java.util.List;

/** Puts the samples of all components together, pixel by pixel. */
final class PixelWriter {
  private final Frame frame;
  private final List<Plane> planes;

  /** A writer of planes that are full. */
  PixelWriter(Frame frame, List<Plane> planes) {
    this.frame = frame;
    this.planes = planes;
  }

  /**
   * Writes all pixels.
   *
   * @param ycbcr whether three components are brightness and tint, to be made red, green and blue
   * @param target takes the samples, row by row
   */
  void write(boolean ycbcr, byte[] target) {
    if (ycbcr && planes.size() == 3 && isFull(planes.get(0)) && areAlike()) {
      convert(target);
      return;
    }
    for (int i = 0; i < planes.size(); i++) {
      if (isFull(planes.get(i))) {
        copy(planes.get(i), target, i);
      } else {
        expand(planes.get(i), target, i);
      }
    }
    if (ycbcr && planes.size() == 3) {
      convertInPlace(target);
    }
  }

  private boolean isFull(Plane plane) {
    return plane.component().across() == frame.across() && plane.component().down() == frame.down();
  }

  private boolean areAlike() {
    Component blue = planes.get(1).component();
    Component red = planes.get(2).component();
    return blue.across() == red.across() && blue.down() == red.down();
  }

  private void convert(byte[] target) {
    int width = frame.shape().width();
    Plane brightness = planes.get(0);
    int stride = brightness.component().stride();
    PairRows tints = new PairRows(planes.get(1), planes.get(2), frame);
    for (int y = 0; y < frame.shape().height(); y++) {
      Colours.convert(brightness.samples(), y * stride, tints.row(y), width, target, 3 * y * width);
    }
  }

  private void copy(Plane plane, byte[] target, int number) {
    int width = frame.shape().width();
    int step = planes.size();
    byte[] samples = plane.samples();
    for (int y = 0; y < frame.shape().height(); y++) {
      int from = y * plane.component().stride();
      if (step == 1) {
        System.arraycopy(samples, from, target, y * width, width);
      } else {
        for (int x = 0, at = y * width * step + number; x < width; x++, at += step) {
          target[at] = samples[from + x];
        }
      }
    }
  }

  private void expand(Plane plane, byte[] target, int number) {
    int width = frame.shape().width();
    int step = planes.size();
    PairRows rows = new PairRows(plane, plane, frame);
    for (int y = 0; y < frame.shape().height(); y++) {
      int[] row = rows.row(y);
      for (int x = 0, at = y * width * step + number; x < width; x++, at += step) {
        target[at] = (byte) row[x];
      }
    }
  }

  /** For components that are sampled in ways that hardly anyone uses. */
  private void convertInPlace(byte[] target) {
    int width = frame.shape().width();
    byte[] brightness = new byte[width];
    int[] tints = new int[width];
    for (int y = 0; y < frame.shape().height(); y++) {
      int from = 3 * y * width;
      for (int x = 0, at = from; x < width; x++, at += 3) {
        brightness[x] = target[at];
        tints[x] = target[at + 1] & 255 | (target[at + 2] & 255) << 16;
      }
      Colours.convert(brightness, 0, tints, width, target, from);
    }
  }
}
