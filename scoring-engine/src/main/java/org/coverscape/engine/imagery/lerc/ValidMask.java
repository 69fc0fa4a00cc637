package org.coverscape.engine.imagery.lerc;

import java.io.IOException;
import java.util.Arrays;

/**
 * Which pixels have values: one bit each, row by row, the highest of a byte first. Immutable by
 * convention.
 */
final class ValidMask {
  private static final int END = -32768;

  private final byte[] bits;
  private final int valid;
  private final int pixels;

  private ValidMask(byte[] bits, int pixels, int valid) {
    this.bits = bits;
    this.pixels = pixels;
    this.valid = valid;
  }

  /** All pixels, or none. */
  static ValidMask uniform(int pixels, boolean valid) {
    return new ValidMask(new byte[0], pixels, valid ? pixels : 0);
  }

  /**
   * Unpacks a mask: a count of two bytes, then so many bytes as they are, or, where it is negative,
   * one byte that is repeated; −32768 ends it.
   */
  static ValidMask read(LercInput in, int pixels) throws IOException {
    byte[] bits = new byte[(pixels + 7) / 8];
    int at = 0;
    for (int count = in.int16(); count != END; count = in.int16()) {
      int length = Math.abs(count);
      if (length > bits.length - at) {
        throw new IOException("a mask of more pixels than there are");
      }
      if (count > 0) {
        in.check(length);
        System.arraycopy(in.array(), in.position(), bits, at, length);
        in.skip(length);
      } else {
        Arrays.fill(bits, at, at + length, (byte) in.unsignedByte());
      }
      at += length;
    }
    if (at != bits.length) {
      throw new IOException("a mask that ends early");
    }
    return of(bits, pixels);
  }

  private static ValidMask of(byte[] bits, int pixels) {
    if (pixels % 8 != 0) {
      bits[bits.length - 1] &= (byte) (0xFF00 >> pixels % 8);
    }
    int valid = 0;
    for (byte eight : bits) {
      valid += Integer.bitCount(eight & 255);
    }
    return valid == pixels ? uniform(pixels, true) : new ValidMask(bits, pixels, valid);
  }

  /** Whether all pixels have values. */
  boolean isFull() {
    return valid == pixels;
  }

  /** Number of pixels that have values. */
  int valid() {
    return valid;
  }

  /** Whether a pixel has a value. */
  boolean has(int pixel) {
    return isFull() || (valid > 0 && (bits[pixel >> 3] & 0x80 >> (pixel & 7)) != 0);
  }

  /** Number of pixels with values in a part of the image. */
  int count(int width, int x, int y, int partWidth, int partHeight) {
    if (isFull()) {
      return partWidth * partHeight;
    }
    int count = 0;
    for (int row = y; row < y + partHeight; row++) {
      for (int pixel = row * width + x; pixel < row * width + x + partWidth; pixel++) {
        count += has(pixel) ? 1 : 0;
      }
    }
    return count;
  }
}
