package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.util.zip.Adler32;

/**
 * Unpacks deflate with its zlib wrapper (RFC 1950 and 1951), compressions 8 and 32946 of TIFF.
 *
 * <p>Takes about half the time of {@link java.util.zip.Inflater} on the noisy bytes of imagery,
 * most of them literals: those that follow each other come in pairs out of one look-up, and the
 * bits are filled up eight bytes at a time. Sees to its own bounds, and refuses what zlib refuses.
 */
final class Inflating implements Unpacking {
  private static final int WINDOW = 32 << 10;
  private static final int LONGEST_MATCH = 258;

  /** Bytes written beyond what is wanted: a match, and what its copying writes too much. */
  private static final int OVERRUN = LONGEST_MATCH + 2 * Long.BYTES;

  private static final int LITERAL_MASK = (1 << DeflateCodes.LITERAL_BITS) - 1;
  private static final int DISTANCE_MASK = (1 << DeflateCodes.DISTANCE_BITS) - 1;

  /** Look-ups that the bits of one filling are enough for. */
  private static final int LITERAL_TURNS = 56 / DeflateCodes.LITERAL_BITS;

  /** By its number of bytes: what makes eight of them by multiplication, again and again. */
  private static final long[] REPEATS = {
    0,
    0x0101_0101_0101_0101L,
    0x0001_0001_0001_0001L,
    0x0001_0000_0100_0001L,
    0x0000_0001_0000_0001L,
    0x0000_0100_0000_0001L,
    0x0001_0000_0000_0001L,
    0x0100_0000_0000_0001L
  };

  /** What the stream holds next. */
  private enum State {
    HEADER,
    STORED,
    CODED,
    CHECKSUM,
    END
  }

  private final BitSource bits = new BitSource();
  private final DeflateCodes codes = new DeflateCodes();
  private final Adler32 adler = new Adler32();

  /** What was unpacked before {@link #from}, as far as a match may reach back, and what is next. */
  private final byte[] out;

  private int from;
  private int given;
  private int filled;
  private State state = State.END;
  private boolean last;
  private int storedLeft;

  /**
   * For reads of so many bytes at most.
   *
   * @param most bytes
   */
  Inflating(int most) {
    out = new byte[Math.addExact(most, WINDOW + 2 * OVERRUN)];
  }

  @Override
  public void begin(byte[] stored, int length) throws IOException {
    if (length < 2 || !isHeader(stored[0] & 255, stored[1] & 255)) {
      throw new IOException("a block is no zlib stream");
    }
    bits.begin(stored, 2, length);
    adler.reset();
    from = 0;
    given = 0;
    filled = 0;
    last = false;
    state = State.HEADER;
  }

  /** Deflate, a window that is known, no dictionary, and a right check. */
  private static boolean isHeader(int method, int flags) {
    return (method & 15) == 8
        && method >> 4 <= 7
        && (flags & 32) == 0
        && (method << 8 | flags) % 31 == 0;
  }

  @Override
  public int read(int length) throws IOException {
    slide();
    int target = given + length;
    while (filled < target && state != State.END) {
      int before = filled;
      step(target);
      adler.update(out, before, filled - before);
    }
    from = given;
    given = Math.min(target, filled);
    return given - from;
  }

  /** Makes room: what was given away is kept as far as a match may reach back. */
  private void slide() {
    int drop = Math.max(0, given - WINDOW);
    System.arraycopy(out, drop, out, 0, filled - drop);
    given -= drop;
    filled -= drop;
  }

  private void step(int target) throws IOException {
    switch (state) {
      case HEADER -> header();
      case STORED -> copyStored(target);
      case CODED -> filled = decode(target);
      case CHECKSUM -> checksum();
      case END -> {}
    }
  }

  private void header() throws IOException {
    if (last) {
      state = State.CHECKSUM;
      return;
    }
    last = bits.take(1) == 1;
    switch (bits.take(2)) {
      case 0 -> {
        bits.align();
        int length = bits.take(16);
        if (bits.take(16) != (~length & 0xFFFF)) {
          throw new IOException("a stored block of no length");
        }
        bits.align();
        storedLeft = length;
        state = State.STORED;
      }
      case 1 -> {
        codes.fixed();
        state = State.CODED;
      }
      case 2 -> {
        codes.read(bits);
        state = State.CODED;
      }
      default -> throw new IOException("a block of no known kind");
    }
  }

  private void copyStored(int target) throws IOException {
    int length = Math.min(storedLeft, target - filled);
    bits.copy(out, filled, length);
    filled += length;
    storedLeft -= length;
    state = storedLeft == 0 ? State.HEADER : state;
  }

  private void checksum() throws IOException {
    bits.align();
    int stored = Integer.reverseBytes(bits.take(32));
    if (stored != (int) adler.getValue()) {
      throw new IOException("the checksum of a block is wrong");
    }
    state = State.END;
  }

  /**
   * Decodes symbols until as many bytes are there as are wanted, or the block ends. All state is in
   * local variables here, and bounds are checked once a turn: a turn takes no more than eight bytes
   * of input, which the slack behind it covers, and writes no more than the overrun.
   */
  private int decode(int target) throws IOException {
    byte[] to = out;
    byte[] in = bits.bytes();
    int[] literals = codes.literals();
    int[] distances = codes.distances();
    int lastIn = bits.end() + Long.BYTES;
    int next = bits.next();
    long ahead = bits.bits();
    int count = bits.count();
    int at = filled;
    while (at < target && next <= lastIn) {
      ahead |= (long) BitSource.LONG.get(in, next) << count;
      next += 63 - count >>> 3;
      count |= 56;
      int entry = literals[(int) ahead & LITERAL_MASK];
      int turns = 0;
      while (entry >= 0 && turns < LITERAL_TURNS) {
        to[at] = (byte) (entry >>> 8);
        to[at + 1] = (byte) (entry >>> 16);
        at += 1 + (entry >>> 6 & 1);
        ahead >>>= entry;
        count -= entry & 31;
        entry = literals[(int) ahead & LITERAL_MASK];
        turns++;
      }
      if (turns == LITERAL_TURNS) {
        // too few bits are left to tell what comes next
        continue;
      }
      ahead |= (long) BitSource.LONG.get(in, Math.min(next, lastIn)) << count;
      next += 63 - count >>> 3;
      count |= 56;
      if ((entry & HuffmanTable.KIND) == HuffmanTable.MORE) {
        entry = literals[second(entry, ahead >>> DeflateCodes.LITERAL_BITS)];
      }
      ahead >>>= entry & 31;
      count -= entry & 31;
      if (entry >= 0) {
        to[at++] = (byte) (entry >>> 8);
        continue;
      }
      if ((entry & HuffmanTable.KIND) != HuffmanTable.VALUE) {
        if ((entry & HuffmanTable.KIND) == HuffmanTable.END) {
          state = State.HEADER;
          break;
        }
        throw new IOException("bits without a meaning");
      }
      int extra = entry >>> 5 & 15;
      int length = (entry >>> 9 & 0xFFFF) + ((int) ahead & (1 << extra) - 1);
      ahead >>>= extra;
      count -= extra;
      entry = distances[(int) ahead & DISTANCE_MASK];
      if ((entry & HuffmanTable.KIND) == HuffmanTable.MORE) {
        entry = distances[second(entry, ahead >>> DeflateCodes.DISTANCE_BITS)];
      }
      if ((entry & HuffmanTable.KIND) != HuffmanTable.VALUE) {
        throw new IOException("bits without a meaning");
      }
      ahead >>>= entry & 31;
      count -= entry & 31;
      extra = entry >>> 5 & 15;
      int distance = (entry >>> 9 & 0xFFFF) + ((int) ahead & (1 << extra) - 1);
      ahead >>>= extra;
      count -= extra;
      if (distance > at) {
        throw new IOException("a match before the first byte");
      }
      copy(to, at, distance, length);
      at += length;
    }
    bits.restore(next, ahead, count);
    bits.check();
    return at;
  }

  private static int second(int entry, long ahead) {
    return (entry >>> 9 & 0xFFFF) + ((int) ahead & (1 << (entry & 31)) - 1);
  }

  /**
   * Repeats earlier bytes, up to sixteen too many. Most matches are short: two moves of eight bytes
   * are made without asking, since a branch that is guessed wrong costs more.
   */
  private static void copy(byte[] to, int at, int distance, int length) {
    if (distance < Long.BYTES) {
      repeat(to, at, distance, length);
      return;
    }
    int from = at - distance;
    BitSource.LONG.set(to, at, (long) BitSource.LONG.get(to, from));
    BitSource.LONG.set(to, at + 8, (long) BitSource.LONG.get(to, from + 8));
    for (int i = 2 * Long.BYTES; i < length; i += Long.BYTES) {
      BitSource.LONG.set(to, at + i, (long) BitSource.LONG.get(to, from + i));
    }
  }

  /** Repeats fewer than eight bytes: fills eight with them, and writes those in whole periods. */
  private static void repeat(byte[] to, int at, int period, int length) {
    long once = (long) BitSource.LONG.get(to, at - period) & (1L << 8 * period) - 1;
    long filled = once * REPEATS[period];
    int step = Long.BYTES - Long.BYTES % period;
    int end = at + length;
    for (int i = at; i < end; i += step) {
      BitSource.LONG.set(to, i, filled);
    }
  }

  @Override
  public byte[] bytes() {
    return out;
  }

  @Override
  public int from() {
    return from;
  }
}
