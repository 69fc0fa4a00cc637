package org.coverscape.engine.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Damages files in the ways that parsers fall over: lengths, offsets, counts, cut and moved parts.
 */
final class Mutator {
  private static final long[] TELLING = {
    0,
    1,
    2,
    3,
    7,
    8,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    0x7FFFFFFFL,
    0x80000000L,
    0xFFFFFFFFL,
    0x100000000L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1,
    -2
  };

  /** Bytes from the front that hold most of a header. */
  private static final int HEAD = 512;

  private final RandomGenerator random;
  private final List<byte[]> seeds;

  Mutator(RandomGenerator random, List<byte[]> seeds) {
    this.random = random;
    this.seeds = seeds;
  }

  /** One of the seeds, damaged once or a few times. */
  byte[] next() {
    byte[] bytes = seed().clone();
    int times = 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
    for (int i = 0; i < times && bytes.length > 0; i++) {
      bytes = damaged(bytes);
    }
    return bytes;
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] damaged(byte[] bytes) {
    int at = place(bytes);
    switch (random.nextInt(12)) {
      case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2, 3 -> bytes[at] = (byte) random.nextInt(256);
      case 4, 5, 6 -> number(bytes, at, TELLING[random.nextInt(TELLING.length)]);
      case 7 -> number(bytes, at, bytes.length + random.nextInt(-9, 9));
      case 8 -> number(bytes, at, bytes[at] + random.nextInt(-9, 9));
      case 9 -> move(bytes, at);
      case 10 -> {
        return random.nextBoolean() ? cut(bytes, at) : spliced(bytes, at);
      }
      default -> Arrays.fill(bytes, at, end(bytes, at, 64), (byte) (random.nextInt(3) - 1));
    }
    return bytes;
  }

  private int place(byte[] bytes) {
    boolean head = random.nextInt(3) > 0;
    return random.nextInt(head ? Math.min(HEAD, bytes.length) : bytes.length);
  }

  private int end(byte[] bytes, int at, int most) {
    return Math.min(bytes.length, at + 1 + random.nextInt(most));
  }

  /** Writes a number of 2, 4 or 8 bytes in either order, or as digits. */
  private void number(byte[] bytes, int at, long value) {
    int size = 1 << 1 + random.nextInt(3);
    boolean big = random.nextBoolean();
    for (int i = 0; i < size && at + i < bytes.length; i++) {
      bytes[at + i] = (byte) (value >>> 8 * (big ? size - 1 - i : i));
    }
  }

  private void move(byte[] bytes, int at) {
    int from = random.nextInt(bytes.length);
    int length = Math.min(1 + random.nextInt(64), bytes.length - Math.max(at, from));
    System.arraycopy(bytes, from, bytes, at, length);
  }

  private byte[] cut(byte[] bytes, int at) {
    if (random.nextBoolean()) {
      return Arrays.copyOf(bytes, at);
    }
    int end = end(bytes, at, 200);
    byte[] result = Arrays.copyOf(bytes, bytes.length - (end - at));
    System.arraycopy(bytes, end, result, at, bytes.length - end);
    return result;
  }

  /** The front of one file and the end of another. */
  private byte[] spliced(byte[] bytes, int at) {
    byte[] other = seed();
    int from = random.nextInt(other.length);
    byte[] result = Arrays.copyOf(bytes, at + other.length - from);
    System.arraycopy(other, from, result, at, other.length - from);
    return result;
  }
}
