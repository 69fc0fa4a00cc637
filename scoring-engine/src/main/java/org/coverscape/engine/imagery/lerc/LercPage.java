package org.coverscape.engine.imagery.lerc;

import java.util.Objects;

/**
 * Where the samples of a page go: interleaved by pixel, row by row, the lowest byte of each first.
 *
 * @param samples holds width × height × bands samples
 * @param type of the samples
 * @param width columns
 * @param height rows
 * @param bands samples of a pixel
 * @param wanted how many of the bands, the first ones, are needed; what the others hold afterwards
 *     means nothing
 * @param noData what pixels without a value get, for each band
 */
public record LercPage(
    byte[] samples,
    SampleType type,
    int width,
    int height,
    int bands,
    int wanted,
    double[] noData) {
  /** Checks that the samples fit. */
  public LercPage {
    Objects.requireNonNull(type);
    long bytes = (long) width * height * bands * type.bytes();
    if (width < 1 || height < 1 || bands < 1 || bytes > samples.length) {
      throw new IllegalArgumentException("no room for " + bytes + " bytes");
    }
    if (wanted < 1 || wanted > bands || noData.length < bands) {
      throw new IllegalArgumentException(wanted + " of " + bands + " bands");
    }
  }

  /** Number of pixels. */
  int pixels() {
    return width * height;
  }

  /** Index of a sample's first byte. */
  int at(int pixel, int band) {
    return (pixel * bands + band) * type.bytes();
  }

  /** Gives the pixels without a value that of NoData, in some of the bands. */
  void fill(ValidMask mask, int firstBand, int count) {
    if (mask.isFull()) {
      return;
    }
    for (int pixel = 0; pixel < pixels(); pixel++) {
      if (!mask.has(pixel)) {
        for (int band = firstBand; band < firstBand + count; band++) {
          type.set(samples, at(pixel, band), noData[band]);
        }
      }
    }
  }
}
