package org.coverscape.engine.imagery.lerc;

import java.io.IOException;

/**
 * Bytes packed by a {@link PrefixCode}, one after the other. Keeps its tables; not thread-safe.
 *
 * <p>The loops take their state along in variables of their own. What they read behind the end is
 * zeros, and whether they did is found out after each run, so that they need no other bounds.
 */
final class CodedBytes {
  private static final int INDEX_SHIFT = Long.SIZE - PrefixCode.BITS;
  private static final long WORD = 0xFFFF_FFFFL;

  private final PrefixCode code = new PrefixCode();
  private byte[] bytes = {};
  private int end;
  private int next;
  private long ahead;
  private int there;

  /** Reads the code, and begins with the bits behind it. */
  void begin(LercInput in, boolean lowestFirst, BitStuffing stuffing) throws IOException {
    code.read(in, lowestFirst, stuffing);
    bytes = in.array();
    end = in.end();
    next = in.position();
    ahead = 0;
    there = 0;
  }

  /**
   * Reads a run of bytes, each of them added to the one before.
   *
   * @param at index of the first
   * @param step from one to the next
   * @param before what is added to the first
   * @param plus what is added to each
   */
  void sums(byte[] out, int at, int step, int count, int before, int plus) throws IOException {
    int[] several = code.several();
    int to = at;
    int last = at + (count - PrefixCode.TOGETHER) * step;
    int sum = before;
    long bits = ahead;
    int have = there;
    int from = next;
    while (to <= last) {
      if (have < 32) {
        bits |= word(from) << 32 - have;
        have += 32;
        from += 4;
      }
      int entry = several[(int) (bits >>> INDEX_SHIFT)];
      if (entry == 0) {
        int word = code.longWord(bits);
        entry = word & 255 | 1 << 24;
        bits <<= word >>> 8;
        have -= word >>> 8;
      }
      int symbols = entry >>> 24 & 3;
      sum += (entry & 255) + plus;
      out[to] = (byte) sum;
      int second = sum + (entry >>> 8 & 255) + plus;
      out[to + step] = (byte) second;
      int third = second + (entry >>> 16 & 255) + plus;
      out[to + 2 * step] = (byte) third;
      sum = symbols == 3 ? third : symbols == 2 ? second : sum;
      to += symbols * step;
      bits <<= entry >>> 26;
      have -= entry >>> 26;
    }
    keep(from, bits, have);
    for (int stop = last + PrefixCode.TOGETHER * step; to < stop; to += step) {
      sum += one() + plus;
      out[to] = (byte) sum;
    }
  }

  /** Reads a run of bytes as they are. */
  void plain(byte[] out, int at, int count, int plus) throws IOException {
    for (int i = at; i < at + count; i++) {
      out[i] = (byte) (one() + plus);
    }
  }

  /** Reads a byte. */
  int one() throws IOException {
    if (there < 32) {
      ahead |= word(next) << 32 - there;
      there += 32;
      next += 4;
    }
    int entry = code.single()[(int) (ahead >>> INDEX_SHIFT)];
    if (entry == 0) {
      entry = code.longWord(ahead);
    }
    int length = entry >>> 8;
    keep(next, ahead << length, there - length);
    return entry & 255;
  }

  private long word(int from) {
    return from + Integer.BYTES <= end ? (int) LercInput.INT.get(bytes, from) & WORD : 0;
  }

  private void keep(int newNext, long newAhead, int newThere) throws IOException {
    next = newNext;
    ahead = newAhead;
    there = newThere;
    if ((long) next * 8 - there > (long) end * 8) {
      throw new IOException("a LERC stream ends early");
    }
  }
}
