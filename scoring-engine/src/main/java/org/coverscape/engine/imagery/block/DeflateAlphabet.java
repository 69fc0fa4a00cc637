package org.coverscape.engine.imagery.block;

import java.util.Arrays;

/**
 * What the symbols of deflate mean (RFC 1951, section 3.2.5), as entries of {@link HuffmanTable}.
 */
final class DeflateAlphabet {
  /** Symbols for literals, lengths and the end; two of them are never used. */
  static final int LITERALS = 288;

  /** Symbols for distances; two of them are never used. */
  static final int DISTANCES = 32;

  private static final int END = 256;
  private static final int LONGEST_MATCH = 258;

  private DeflateAlphabet() {}

  static int[] literals() {
    int[] meanings = new int[LITERALS];
    for (int i = 0; i < END; i++) {
      meanings[i] = i << 8;
    }
    meanings[END] = HuffmanTable.END;
    int base = 3;
    for (int i = 0; i < 28; i++) {
      int extra = i < 8 ? 0 : i / 4 - 1;
      meanings[END + 1 + i] = value(base, extra);
      base += 1 << extra;
    }
    meanings[285] = value(LONGEST_MATCH, 0);
    Arrays.fill(meanings, 286, LITERALS, HuffmanTable.INVALID);
    return meanings;
  }

  static int[] distances() {
    int[] meanings = new int[DISTANCES];
    int base = 1;
    for (int i = 0; i < 30; i++) {
      int extra = i < 4 ? 0 : i / 2 - 1;
      meanings[i] = value(base, extra);
      base += 1 << extra;
    }
    Arrays.fill(meanings, 30, DISTANCES, HuffmanTable.INVALID);
    return meanings;
  }

  private static int value(int base, int extra) {
    return HuffmanTable.VALUE | base << 9 | extra << 5;
  }
}
