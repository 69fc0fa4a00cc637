package org.coverscape.engine.imagery.jpeg;

import java.util.Arrays;

/**
 * A Huffman table made fit for decoding (ITU-T T.81, annex C and F.2.2.3). The first bits of what
 * comes next are an index to what they stand for; where the number that follows a code fits in as
 * well, it is there already.
 *
 * <p>An entry holds, from its lowest bit on: the bits to take (5), the zeros before the number (4,
 * from bit 8), the bits of the number that are still to be read (4, from bit 12), and the number
 * itself (from bit 16), which is never 0. An entry of 0 is none.
 */
final class HuffmanTable {
  /** Bits that are looked up at once. */
  static final int BITS = 10;

  private static final int LONGEST = 16;

  private byte[] specification = {};
  private final int[] entries = new int[1 << BITS];
  private final int[] limits = new int[LONGEST + 1];
  private final int[] offsets = new int[LONGEST + 1];
  private int most;

  /**
   * Takes a table over; nothing is to be done where it is the one that is there.
   *
   * @param from index of the numbers of codes of each length, with what they stand for behind them
   * @param count bytes of both
   */
  void define(byte[] stored, int from, int count) throws JpegException {
    if (Arrays.equals(specification, 0, specification.length, stored, from, from + count)) {
      return;
    }
    specification = new byte[0];
    byte[] wanted = Arrays.copyOfRange(stored, from, from + count);
    Arrays.fill(entries, 0);
    most = 0;
    int code = 0;
    int index = LONGEST;
    for (int length = 1; length <= LONGEST; length++) {
      offsets[length] = index - code;
      for (int end = index + (wanted[length - 1] & 255); index < end; index++) {
        most = Math.max(most, wanted[index] & 255);
        enter(code++, length, wanted[index] & 255);
      }
      limits[length] = code << LONGEST - length;
      if (code >= 1 << length) {
        throw new JpegException("a Huffman table of too many codes");
      }
      code <<= 1;
    }
    specification = wanted;
  }

  private void enter(int code, int length, int symbol) {
    if (length > BITS || code >= 1 << length) {
      return; // those that are too many are told in a moment
    }
    int first = code << BITS - length;
    for (int rest = 0; rest < 1 << BITS - length; rest++) {
      entries[first + rest] = entry(symbol, length, rest, BITS - length);
    }
  }

  private static int entry(int symbol, int length, int rest, int restBits) {
    int size = symbol & 15;
    if (size == 0 || size > restBits) {
      return length | symbol >> 4 << 8 | size << 12;
    }
    int raw = rest >> restBits - size;
    int value = raw < 1 << size - 1 ? raw - (1 << size) + 1 : raw;
    return length + size | symbol >> 4 << 8 | value << 16;
  }

  /** The highest of what codes stand for. */
  int most() {
    return most;
  }

  /** The entries by the first {@link #BITS} bits; to be read only. */
  int[] entries() {
    return entries;
  }

  /**
   * The entry of a code that is longer than what is looked up.
   *
   * @param bits what comes next, from the highest bit on
   */
  int longEntry(long bits) throws JpegException {
    int next = (int) (bits >>> Long.SIZE - LONGEST);
    for (int length = BITS + 1; length <= LONGEST; length++) {
      if (next < limits[length]) {
        int index = offsets[length] + (next >> LONGEST - length);
        int symbol = specification[index] & 255;
        return length | symbol >> 4 << 8 | (symbol & 15) << 12;
      }
    }
    throw new JpegException("a code without a meaning");
  }
}
