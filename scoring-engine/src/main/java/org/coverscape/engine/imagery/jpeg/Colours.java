package org.coverscape.engine.imagery.jpeg;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Makes red, green and blue of brightness and tint, with the factors of JFIF 1.02 (those of ITU-R
 * BT.601), rounded to the nearest.
 *
 * <p>All three are summed in one number: from its lowest bit on red (16 bits), blue (16), what
 * green has behind the point (16), green (16). Each has 256 more than it should, so that none is
 * below zero and those that are no samples lack a bit.
 */
final class Colours {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int BLUE = 16;
  private static final int GREEN = 48;
  private static final long ALL = 1L | 1L << BLUE | 1L << GREEN;
  private static final long PROPER = 256 * ALL;
  private static final long[] BY_BLUE = sums(1.772, BLUE, -0.34414, 0.5);
  private static final long[] BY_RED = sums(1.402, 0, -0.71414, 0);

  private Colours() {}

  private static long[] sums(double own, int place, double green, double half) {
    long[] sums = new long[256];
    long factor = Math.round(own * 65_536);
    long greenFactor = Math.round(green * 65_536);
    for (int i = 0; i < sums.length; i++) {
      long colour = (factor * (i - 128) + 32_768 >> 16) + 256;
      long greenPart = greenFactor * (i - 128) + (128 << 16) + Math.round(half * 65_536);
      sums[i] = (colour << place) + (greenPart << 32);
    }
    return sums;
  }

  /**
   * Converts a row.
   *
   * @param brightness holds the row's from an index on
   * @param tints those of blue in the lower half, of red in the upper one
   * @param target takes red, green and blue, pixel by pixel
   */
  static void convert(byte[] brightness, int from, int[] tints, int width, byte[] target, int to) {
    int last = width - 1;
    for (int i = 0, at = to; i < last; i++, at += 3) {
      // a fourth byte is written, which the next pixel puts right
      INTS.set(target, at, colours(brightness[from + i] & 255, tints[i]));
    }
    int colours = colours(brightness[from + last] & 255, tints[last]);
    for (int i = 0; i < 3; i++) {
      target[to + 3 * last + i] = (byte) (colours >> 8 * i);
    }
  }

  /** Red, green and blue from the lowest byte on. */
  private static int colours(int brightness, int tint) {
    long sum = BY_BLUE[tint & 255] + BY_RED[tint >>> 16 & 255] + brightness * ALL;
    if ((sum & PROPER) != PROPER) {
      sum = clamped(sum);
    }
    return (int) (sum & 0xFF_00FF | sum >>> GREEN - 8 & 0xFF00);
  }

  private static long clamped(long sum) {
    return clamped(sum, 0) | clamped(sum, BLUE) | clamped(sum, GREEN);
  }

  private static long clamped(long sum, int place) {
    long value = (sum >>> place & 0xFFFF) - 256;
    return Math.max(0, Math.min(255, value)) << place;
  }
}
