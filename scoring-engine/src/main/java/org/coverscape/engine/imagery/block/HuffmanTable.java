package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.util.Arrays;

/**
 * A prefix code of deflate (RFC 1951, section 3.2.2) as a table: the next bits of the stream are
 * the index of what they mean. Codes longer than the index go on in a second table. Made anew for
 * each block of the stream; not thread-safe.
 *
 * <p>An entry that is not negative is a literal, or two that follow each other: their number of
 * bits in bits 0–5, bit 6 set for two, the literals in bits 8–15 and 16–23. A negative entry has
 * its number of bits in bits 0–4, the number of extra bits behind it in bits 5–8, a base value in
 * bits 9–24 and one of {@link #VALUE}, {@link #MORE}, {@link #END} and {@link #INVALID} in bits
 * 28–29.
 */
final class HuffmanTable {
  /** A length or a distance. */
  static final int VALUE = 0x8000_0000;

  /** The base value is where the second table begins, the number of bits that of its index. */
  static final int MORE = 0x9000_0000;

  /** The end of the block. */
  static final int END = 0xA000_0000;

  /** No code begins with these bits. */
  static final int INVALID = 0xB000_0000;

  /** What tells the four from each other. */
  static final int KIND = 0xF000_0000;

  /** Set where an entry holds two literals. */
  static final int PAIR = 1 << 6;

  private static final int LONGEST = 15;

  private final int bits;
  private final int[] meanings;
  private final int[] entries;
  private final int[] counts = new int[LONGEST + 1];
  private final int[] next = new int[LONGEST + 2];

  /**
   * A table without a code yet.
   *
   * @param bits bits of the index
   * @param meanings an entry for each symbol, without its number of bits
   */
  HuffmanTable(int bits, int[] meanings) {
    this.bits = bits;
    this.meanings = meanings;
    entries = new int[(1 << bits) + (meanings.length << (LONGEST - bits))];
  }

  /** The entries; the first 2^bits are those of the index. */
  int[] entries() {
    return entries;
  }

  /**
   * Makes the code out of the lengths of its symbols.
   *
   * @param lengths bits of each symbol, 0 for none
   * @param strict whether a code that leaves bits without meaning is damage even where it is a
   *     single symbol
   * @throws IOException when the lengths make no prefix code
   */
  void make(byte[] lengths, int from, int symbols, boolean strict) throws IOException {
    Arrays.fill(counts, 0);
    for (int i = 0; i < symbols; i++) {
      counts[lengths[from + i]]++;
    }
    int used = symbols - counts[0];
    counts[0] = 0;
    int left = 1;
    int code = 0;
    for (int length = 1; length <= LONGEST; length++) {
      next[length] = code;
      code = (code + counts[length]) << 1;
      left = (left << 1) - counts[length];
      if (left < 0) {
        throw new IOException("a code of more symbols than fit");
      }
    }
    if (left > 0) {
      if (strict || used > 1 || (used == 1 && counts[1] == 0)) {
        throw new IOException("a code with gaps");
      }
      Arrays.fill(entries, 0, 1 << bits, INVALID);
    }
    fill(lengths, from, symbols);
  }

  private void fill(byte[] lengths, int from, int symbols) {
    clearLong();
    int free = 1 << bits;
    for (int symbol = 0; symbol < symbols; symbol++) {
      int length = lengths[from + symbol];
      if (length == 0) {
        continue;
      }
      int code = Integer.reverse(next[length]++) >>> (Integer.SIZE - length);
      int entry = meanings[symbol] | length;
      if (length <= bits) {
        for (int i = code; i < 1 << bits; i += 1 << length) {
          entries[i] = entry;
        }
      } else {
        free = fillLong(code, length, entry, free);
      }
    }
  }

  /** Entries of long codes tell by their kind whether their second table was begun. */
  private void clearLong() {
    for (int length = bits + 1; length <= LONGEST; length++) {
      for (int i = 0; i < counts[length]; i++) {
        int code = Integer.reverse(next[length] + i) >>> (Integer.SIZE - length);
        entries[code & (1 << bits) - 1] = INVALID;
      }
    }
  }

  private int fillLong(int code, int length, int entry, int free) {
    int size = 1 << (LONGEST - bits);
    int first = code & (1 << bits) - 1;
    int begin = free;
    if ((entries[first] & KIND) == MORE) {
      begin = entries[first] >>> 9 & 0xFFFF;
    } else {
      entries[first] = MORE | begin << 9 | (LONGEST - bits);
      Arrays.fill(entries, begin, begin + size, INVALID);
    }
    for (int i = code >>> bits; i < size; i += 1 << (length - bits)) {
      entries[begin + i] = entry;
    }
    return begin == free ? free + size : free;
  }

  /** Joins literals that fit the index together, which halves the look-ups for noisy pixels. */
  void pair() {
    int mask = (1 << bits) - 1;
    // from above, so that what is joined on is still single; that stands below, or is the same
    for (int i = mask; i >= 0; i--) {
      int first = entries[i];
      if (first >= 0) {
        int length = first & 31;
        int second = entries[i >>> length];
        if (second >= 0 && length + (second & 31) <= bits) {
          entries[i] = first + (second & 31) | PAIR | (second & 0xFF00) << 8;
        }
      }
    }
  }
}
