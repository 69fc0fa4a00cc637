package org.coverscape.engine.imagery.lerc;

import java.io.IOException;
import java.util.Arrays;

/**
 * The Huffman code of a LERC 2 stream. The words of the code are stored themselves, not only their
 * lengths; their bits come from the highest of words of four bytes, whose lowest byte stands first.
 * Made anew for each stream; not thread-safe.
 *
 * <p>The next bits of the stream are the index into two tables. An entry of the first has a symbol
 * in bits 0–7 and the length of its word in bits 8–11. An entry of the second has up to three
 * symbols that follow each other, 0 where there is none, in bits 0–23, their number in bits 24–25
 * and the length of their words together in bits 26–29. Both are 0 where no word is short enough.
 */
final class PrefixCode {
  /** Bits of the index. */
  static final int BITS = 12;

  /** Most symbols of an entry. */
  static final int TOGETHER = 3;

  private static final int MOST_SYMBOLS = 1 << 15;
  private static final int MASK = (1 << BITS) - 1;

  private final int[] single = new int[1 << BITS];
  private final int[] several = new int[1 << BITS];

  /** Words longer than the index, moved up to 32 bits, ascending; below each length and symbol. */
  private long[] longWords = {};

  int[] single() {
    return single;
  }

  int[] several() {
    return several;
  }

  /** Reads the code that stands before the data. */
  void read(LercInput in, boolean lowestFirst, BitStuffing stuffing) throws IOException {
    int version = in.int32();
    int size = in.int32();
    int first = in.int32();
    int end = in.int32();
    if (version < 2 || size < 1 || size > MOST_SYMBOLS || first < 0 || first >= size) {
      throw new IOException("a code of no known kind");
    }
    if (end <= first || end - first > size) {
      throw new IOException("a code of no symbols, or of too many");
    }
    if (stuffing.read(in, lowestFirst, end - first) != end - first) {
      throw new IOException("a code without all its lengths");
    }
    fill(in, stuffing.values(), first, end - first, size);
    join();
  }

  private void fill(LercInput in, int[] lengths, int first, int count, int size)
      throws IOException {
    Arrays.fill(single, 0);
    long[] words = new long[count];
    int longOnes = 0;
    WordBits bits = new WordBits(in);
    for (int i = 0; i < count; i++) {
      int length = lengths[i];
      if (length < 0 || length > Integer.SIZE) {
        throw new IOException("a word of too many bits");
      }
      if (length > 0) {
        long word = bits.take(length) << Integer.SIZE - length;
        int symbol = (first + i) % size & 255;
        if (length <= BITS) {
          int from = (int) (word >>> Integer.SIZE - BITS);
          Arrays.fill(single, from, from + (1 << BITS - length), symbol | length << 8);
        } else {
          words[longOnes++] = word << 16 | (long) length << 8 | symbol;
        }
      }
    }
    in.skip(bits.next() - in.position());
    longWords = Arrays.copyOf(words, longOnes);
    Arrays.sort(longWords);
  }

  /** Looks up what follows each word, as far as the index tells. */
  private void join() {
    for (int i = 0; i < several.length; i++) {
      int symbols = 0;
      int count = 0;
      int used = 0;
      for (int next = single[i]; count < TOGETHER && next != 0; next = single[i << used & MASK]) {
        int length = next >>> 8;
        if (used + length > BITS) {
          break;
        }
        symbols |= (next & 255) << 8 * count++;
        used += length;
      }
      several[i] = symbols | count << 24 | used << 26;
    }
  }

  /**
   * Finds a word that is longer than the index.
   *
   * @param ahead the next bits, from the highest on
   * @return its symbol, and its length from bit 8 on
   */
  int longWord(long ahead) throws IOException {
    long wanted = ahead >>> Integer.SIZE;
    int found = Arrays.binarySearch(longWords, wanted << 16 | 0xFFFF);
    int at = found >= 0 ? found : -found - 2;
    if (at >= 0) {
      long word = longWords[at];
      int length = (int) (word >>> 8) & 255;
      if ((word >>> 16 ^ wanted) >>> Integer.SIZE - length == 0) {
        return (int) word & 0xFFFF;
      }
    }
    throw new IOException("bits without a meaning");
  }
}
