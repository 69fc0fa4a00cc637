package org.coverscape.engine.imagery.lerc;

/**
 * The bits of floating point numbers as they are added: the fraction, and what stands above it,
 * each by itself and without a carry from one to the other.
 *
 * @param fraction number of bits of the fraction
 * @param total bits of a number
 */
record FloatBits(int fraction, int total) {
  static FloatBits of(SampleType type) {
    return type == SampleType.FLOAT32 ? new FloatBits(23, 32) : new FloatBits(52, 64);
  }

  private long add(long one, long other) {
    long low = (1L << fraction) - 1;
    long high = ~low & -1L >>> 64 - total;
    return (one + other & low) | ((one & high) + (other & high) & high);
  }

  /** Makes differences from the number before in the same row numbers again. */
  void sumAcross(long[] values, int width) {
    for (int row = 0; row < values.length; row += width) {
      for (int i = row + 1; i < row + width; i++) {
        values[i] = add(values[i], values[i - 1]);
      }
    }
  }

  /** Makes differences from the number above numbers again. */
  void sumDown(long[] values, int width) {
    for (int i = width; i < values.length; i++) {
      values[i] = add(values[i], values[i - width]);
    }
  }

  /** Floats of 32 bits have the exponent first and the sign behind it. */
  long restore(long bits) {
    return total == 64
        ? bits
        : bits & 0x7F_FFFFL | (bits >>> 24 & 255) << 23 | (bits >>> 23 & 1) << 31;
  }

  void set(byte[] array, int at, long bits) {
    if (total == 64) {
      LercInput.LONG.set(array, at, bits);
    } else {
      LercInput.INT.set(array, at, (int) bits);
    }
  }
}
