package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.Arrays;

/**
 * The shape of a TIFF's pixels.
 *
 * @param width columns
 * @param height rows
 * @param samples numbers per pixel, bands and masks together
 * @param bits bits per number, or 0 when they differ between bands
 * @param format 1 unsigned, 2 signed, 3 floating point, 0 when they differ
 * @param photometric what the numbers mean: 1 grey, 2 red-green-blue, 3 palette, 6 YCbCr…
 * @param alphaTagged whether the last number is said to be opacity (tag 338)
 */
public record TiffShape(
    int width,
    int height,
    int samples,
    int bits,
    int format,
    int photometric,
    boolean alphaTagged) {
  /** Columns or rows of an image; larger numbers are damage. */
  private static final long MOST_PIXELS = 2_000_000;

  static TiffShape read(TiffFields fields) throws IOException {
    int samples = bounded(fields.first(277, 1), 4096);
    return new TiffShape(
        bounded(fields.first(256, 0), MOST_PIXELS),
        bounded(fields.first(257, 0), MOST_PIXELS),
        samples,
        common(fields.longs(258), 1),
        common(fields.longs(339), 1),
        (int) Math.min(fields.first(262, 1), 65535),
        isAlphaTagged(fields.longs(338)));
  }

  /** 1 and 2 are opacity, with colours multiplied by it or not. */
  private static boolean isAlphaTagged(long[] extra) {
    return extra.length > 0 && (extra[extra.length - 1] == 1 || extra[extra.length - 1] == 2);
  }

  private static int bounded(long value, long most) throws TiffException {
    if (value < 1 || value > most) {
      throw TiffException.damaged();
    }
    return (int) value;
  }

  private static int common(long[] values, int otherwise) {
    if (values.length == 0) {
      return otherwise;
    }
    boolean same = Arrays.stream(values).allMatch(v -> v == values[0]);
    return same && values[0] > 0 && values[0] <= 128 ? (int) values[0] : 0;
  }
}
