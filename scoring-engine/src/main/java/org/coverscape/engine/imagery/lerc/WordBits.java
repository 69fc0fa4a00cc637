package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * Bits of a LERC 2 stream one after the other: from the highest of words of four bytes, whose
 * lowest byte stands first. For everything but the innermost loop.
 */
final class WordBits {
  private final LercInput in;
  private int at;
  private long ahead;
  private int there;

  /** Begins where the input is, which stays there. */
  WordBits(LercInput in) {
    this.in = in;
    at = in.position();
  }

  /** Takes 1 to 32 bits. */
  long take(int bits) throws IOException {
    if (there < bits) {
      if (at + Integer.BYTES > in.end()) {
        throw new IOException("a LERC stream ends early");
      }
      long word = (int) LercInput.INT.get(in.array(), at) & 0xFFFF_FFFFL;
      ahead |= word << Integer.SIZE - there;
      there += Integer.SIZE;
      at += Integer.BYTES;
    }
    long value = ahead >>> Long.SIZE - bits;
    ahead <<= bits;
    there -= bits;
    return value;
  }

  /** Where the next word begins that no bit was taken of. */
  int next() {
    return at;
  }
}
