package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The two codes of a compressed block of deflate (RFC 1951, sections 3.2.6 and 3.2.7). Those that
 * stand in the format itself are made once: a block that takes them may be ten bits long.
 */
final class DeflateCodes {
  /** Bits of the index of the table for literals and lengths. */
  static final int LITERAL_BITS = 11;

  /** Bits of the index of the table for distances. */
  static final int DISTANCE_BITS = 9;

  private static final int LENGTH_BITS = 7;
  private static final int MOST_LITERALS = 286;
  private static final int MOST_DISTANCES = 30;
  private static final int END = 256;

  /** The order in which the lengths of the code for lengths come. */
  private static final byte[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** A code for literals and lengths, and one for distances. */
  private static final class Pair {
    private final HuffmanTable literals =
        new HuffmanTable(LITERAL_BITS, DeflateAlphabet.literals());
    private final HuffmanTable distances =
        new HuffmanTable(DISTANCE_BITS, DeflateAlphabet.distances());

    void make(byte[] lengths, int literalCount, int distanceCount) throws IOException {
      literals.make(lengths, 0, literalCount, false);
      literals.pair();
      distances.make(lengths, literalCount, distanceCount, false);
    }
  }

  private final Pair own = new Pair();
  private @Nullable Pair fixed;
  private Pair now = own;
  private final HuffmanTable lengthCode = new HuffmanTable(LENGTH_BITS, lengthMeanings());
  private final byte[] lengths = new byte[DeflateAlphabet.LITERALS + DeflateAlphabet.DISTANCES];

  private static int[] lengthMeanings() {
    int[] meanings = new int[ORDER.length];
    for (int i = 0; i < meanings.length; i++) {
      meanings[i] = i << 8;
    }
    return meanings;
  }

  int[] literals() {
    return now.literals.entries();
  }

  int[] distances() {
    return now.distances.entries();
  }

  /** Takes the codes that stand in the format itself. */
  void fixed() throws IOException {
    if (fixed == null) {
      Arrays.fill(lengths, 0, 144, (byte) 8);
      Arrays.fill(lengths, 144, 256, (byte) 9);
      Arrays.fill(lengths, 256, 280, (byte) 7);
      Arrays.fill(lengths, 280, 288, (byte) 8);
      Arrays.fill(lengths, 288, 320, (byte) 5);
      fixed = new Pair();
      fixed.make(lengths, DeflateAlphabet.LITERALS, DeflateAlphabet.DISTANCES);
    }
    now = fixed;
  }

  /** Reads the codes that stand before a block. */
  void read(BitSource bits) throws IOException {
    int literalCount = bits.take(5) + 257;
    int distanceCount = bits.take(5) + 1;
    int lengthCount = bits.take(4) + 4;
    if (literalCount > MOST_LITERALS || distanceCount > MOST_DISTANCES) {
      throw new IOException("a code of too many symbols");
    }
    Arrays.fill(lengths, 0, ORDER.length, (byte) 0);
    for (int i = 0; i < lengthCount; i++) {
      lengths[ORDER[i]] = (byte) bits.take(3);
    }
    lengthCode.make(lengths, 0, ORDER.length, true);
    readLengths(bits, literalCount + distanceCount);
    if (lengths[END] == 0) {
      throw new IOException("a block without an end");
    }
    own.make(lengths, literalCount, distanceCount);
    now = own;
  }

  private void readLengths(BitSource bits, int total) throws IOException {
    int at = 0;
    while (at < total) {
      int entry = lengthCode.entries()[(int) bits.peek() & (1 << LENGTH_BITS) - 1];
      bits.skip(entry & 31);
      int symbol = entry >>> 8 & 31;
      if (symbol < 16) {
        lengths[at++] = (byte) symbol;
        continue;
      }
      int repeats =
          symbol == 16 ? 3 + bits.take(2) : symbol == 17 ? 3 + bits.take(3) : 11 + bits.take(7);
      if (at + repeats > total || (symbol == 16 && at == 0)) {
        throw new IOException("lengths that repeat nothing, or too often");
      }
      Arrays.fill(lengths, at, at + repeats, symbol == 16 ? lengths[at - 1] : 0);
      at += repeats;
    }
  }
}
