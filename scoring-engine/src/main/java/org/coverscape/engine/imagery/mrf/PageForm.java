package org.coverscape.engine.imagery.mrf;

import java.util.List;
import org.coverscape.engine.imagery.lerc.SampleType;

/**
 * What a page holds once it is unpacked: samples interleaved by pixel, row by row, the lowest byte
 * of each first.
 *
 * @param width columns
 * @param height rows
 * @param bands samples of a pixel: all of the image, or 1
 * @param type of the samples
 */
record PageForm(int width, int height, int bands, SampleType type) {
  /** Bytes of a page; more cannot be held. */
  static final long MOST_BYTES = 24L << 20;

  /** Bytes of a page. */
  int bytes() {
    return width * height * pixelBytes();
  }

  /** Bytes of a pixel. */
  int pixelBytes() {
    return bands * type.bytes();
  }

  /** Whether a page is small enough to be held. */
  static boolean fits(int width, int height, int bands, SampleType type) {
    return (double) width * height * bands * type.bytes() <= MOST_BYTES;
  }

  /** Makes a page of NoData. */
  void fill(byte[] page, List<Double> noData, int firstBand) {
    int size = type.bytes();
    for (int band = 0; band < bands; band++) {
      double value = noData.get(firstBand + band);
      for (int at = band * size; at < bytes(); at += pixelBytes()) {
        type.set(page, at, value);
      }
    }
  }
}
