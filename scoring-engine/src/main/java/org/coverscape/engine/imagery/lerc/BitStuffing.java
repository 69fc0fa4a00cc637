package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * Whole numbers of as few bits as the largest of them takes.
 *
 * <p>From LERC 2, version 3 on, bits come from the lowest of each byte on. Before they come from
 * the highest of words of four bytes, whose lowest byte stands first; of the last word only the
 * upper bytes are stored. Not thread-safe.
 */
final class BitStuffing {
  private static final int LUT_FLAG = 32;
  private static final int BITS_MASK = 31;

  private final int[] table = new int[256];

  /** Numbers unpacked last, as many as {@link #read} said. */
  private int[] values = new int[64];

  int[] values() {
    return values;
  }

  /**
   * Unpacks an array as LERC 2 stores it.
   *
   * @param lowestFirst how bits are ordered
   * @param most numbers there may be
   * @return how many there are
   */
  int read(LercInput in, boolean lowestFirst, int most) throws IOException {
    int head = in.unsignedByte();
    int count = in.count(countBytes(head));
    int bits = head & BITS_MASK;
    if (count > most) {
      throw new IOException("more numbers than pixels");
    }
    reserve(count);
    if ((head & LUT_FLAG) == 0) {
      unpack(in, lowestFirst, bits, count, values);
    } else {
      lookUp(in, lowestFirst, bits, count);
    }
    return count;
  }

  /** Unpacks an array as LERC 1 stores it: the same in older order, without tables. */
  int readFirst(LercInput in, int most) throws IOException {
    int head = in.unsignedByte();
    int bits = head & 63;
    int count = in.count(countBytes(head));
    if (count > most || bits > BITS_MASK) {
      throw new IOException("more numbers than pixels, or of too many bits");
    }
    reserve(count);
    unpack(in, false, bits, count, values);
    return count;
  }

  /** The two upper bits tell how many bytes the count has: 4, 2 or 1. */
  private static int countBytes(int head) {
    int code = head >> 6;
    return code == 0 ? 4 : 3 - code;
  }

  private void reserve(int count) {
    if (values.length < count) {
      values = new int[count];
    }
  }

  /** Few different numbers: a table of them, 0 left out, then an index for each. */
  private void lookUp(LercInput in, boolean lowestFirst, int bits, int count) throws IOException {
    int entries = in.unsignedByte() - 1;
    if (entries < 1 || bits == 0) {
      throw new IOException("a table of nothing");
    }
    unpack(in, lowestFirst, bits, entries, table);
    System.arraycopy(table, 0, table, 1, entries);
    table[0] = 0;
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(entries);
    unpack(in, lowestFirst, indexBits, count, values);
    for (int i = 0; i < count; i++) {
      if (values[i] > entries) {
        throw new IOException("an index beyond its table");
      }
      values[i] = table[values[i]];
    }
  }

  private static void unpack(LercInput in, boolean lowestFirst, int bits, int count, int[] into)
      throws IOException {
    if (bits == 0) {
      java.util.Arrays.fill(into, 0, count, 0);
      return;
    }
    long bytes = ((long) bits * count + 7) / 8;
    in.check(bytes);
    if (lowestFirst) {
      unpackLowestFirst(in, bits, count, into);
    } else {
      unpackWords(in, bits, count, into);
    }
    in.skip(bytes);
  }

  private static void unpackLowestFirst(LercInput in, int bits, int count, int[] into) {
    byte[] bytes = in.array();
    int mask = (1 << bits) - 1;
    long at = (long) in.position() << 3;
    for (int i = 0; i < count; i++) {
      long word = (long) LercInput.LONG.get(bytes, (int) (at >>> 3));
      into[i] = (int) (word >>> (at & 7)) & mask;
      at += bits;
    }
  }

  private static void unpackWords(LercInput in, int bits, int count, int[] into) {
    byte[] bytes = in.array();
    int next = in.position();
    long total = (long) bits * count;
    int lastWord = next + (int) ((total - 1) / 32) * 4;
    int lastBytes = (int) ((total - 1) % 32) / 8 + 1;
    long ahead = 0;
    int there = 0;
    for (int i = 0; i < count; i++) {
      if (there < bits) {
        int word = (int) LercInput.INT.get(bytes, next);
        word = next == lastWord ? word << 8 * (4 - lastBytes) : word;
        ahead |= (word & 0xFFFF_FFFFL) << 32 - there;
        there += 32;
        next += 4;
      }
      into[i] = (int) (ahead >>> 64 - bits);
      ahead <<= bits;
      there -= bits;
    }
  }
}
