package org.coverscape.engine.imagery.block;

import java.util.Arrays;

/** Takes the first bands out of a row of pixels, and makes sums of differences again. */
final class PixelRow {
  private final BlockForm form;
  private final byte[] sums;

  PixelRow(BlockForm form) {
    this.form = form;
    sums = new byte[form.samples()];
  }

  /**
   * Takes a run of pixels.
   *
   * @param row holds the whole row, from an index on
   * @param skip pixels of the row before the run
   * @param count pixels of the run
   * @param bands bytes wanted of each, at most the form's
   */
  void take(byte[] row, int from, int skip, int count, byte[] target, int to, int bands) {
    int samples = form.samples();
    if (form.differences()) {
      if (bands == 3 && skip == 0) {
        sumThree(row, from, samples, count, target, to);
      } else {
        sum(row, from, skip, count, target, to, bands);
      }
    } else if (bands == samples) {
      System.arraycopy(row, from + skip * samples, target, to, count * samples);
    } else if (bands == 3) {
      copyThree(row, from + skip * samples, samples, count, target, to);
    } else {
      copy(row, from + skip * samples, count, target, to, bands);
    }
  }

  private static void copyThree(
      byte[] row, int from, int samples, int count, byte[] target, int to) {
    int at = from;
    int end = to + 3 * count;
    for (int i = to; i < end; i += 3) {
      target[i] = row[at];
      target[i + 1] = row[at + 1];
      target[i + 2] = row[at + 2];
      at += samples;
    }
  }

  /** What all images to be scored take, kept free of anything else. */
  private static void sumThree(
      byte[] row, int from, int samples, int count, byte[] target, int to) {
    int red = 0;
    int green = 0;
    int blue = 0;
    int at = from;
    int end = to + 3 * count;
    for (int i = to; i < end; i += 3) {
      red += row[at];
      green += row[at + 1];
      blue += row[at + 2];
      target[i] = (byte) red;
      target[i + 1] = (byte) green;
      target[i + 2] = (byte) blue;
      at += samples;
    }
  }

  private void sum(byte[] row, int from, int skip, int count, byte[] target, int to, int bands) {
    Arrays.fill(sums, (byte) 0);
    int at = from;
    for (int pixel = 0; pixel < skip + count; pixel++) {
      int out = to + (pixel - skip) * bands;
      for (int band = 0; band < bands; band++) {
        sums[band] += row[at + band];
        if (pixel >= skip) {
          target[out + band] = sums[band];
        }
      }
      at += form.samples();
    }
  }

  private void copy(byte[] row, int from, int count, byte[] target, int to, int bands) {
    int at = from;
    int end = to + count * bands;
    for (int i = to; i < end; i += bands) {
      for (int band = 0; band < bands; band++) {
        target[i + band] = row[at + band];
      }
      at += form.samples();
    }
  }
}
