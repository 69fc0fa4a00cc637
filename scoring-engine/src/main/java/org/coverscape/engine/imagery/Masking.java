package org.coverscape.engine.imagery;

import java.util.Arrays;

/**
 * Gives pixels that are not valid the value of NoData, and sees to it that valid ones do not have
 * it: where a file has a mask and names no value, valid black is a grey level of one in red.
 *
 * @param noData the value
 * @param named whether the file names it, so that pixels of that value are NoData, mask or not
 */
record Masking(byte noData, boolean named) {
  /**
   * Marks pixels.
   *
   * @param valid holds a byte for each pixel, from 128 on for valid ones
   * @param first index of the first of them
   * @param step bytes from one to the next
   * @param pixels the pixels, from index 0
   * @param bands bytes of each; fewer than three are no colours, and valid ones stay
   * @param count number of pixels
   */
  void mark(byte[] valid, int first, int step, byte[] pixels, int bands, int count) {
    int at = first;
    for (int i = 0; i < count * bands; i += bands) {
      if (valid[at] >= 0) {
        Arrays.fill(pixels, i, i + bands, noData);
      } else if (!named
          && bands >= 3
          && pixels[i] == noData
          && pixels[i + 1] == noData
          && pixels[i + 2] == noData) {
        pixels[i] ^= 1;
      }
      at += step;
    }
  }
}
