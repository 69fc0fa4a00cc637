package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of a deflate stream, the lowest of each byte first (RFC 1951, section 3.1.1), for
 * everything but the innermost loop, which takes its state along in variables of its own.
 */
final class BitSource {
  /** Bytes that must be there behind the stream; what they hold does not matter. */
  static final int SLACK = 16;

  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes = new byte[SLACK];
  private int end;

  /** Index of the next byte that is not among the bits. */
  private int next;

  private long bits;
  private int count;

  /** Begins with a part of an array. */
  void begin(byte[] array, int from, int to) {
    // one that is too short for the slack is copied
    boolean roomy = array.length >= to + SLACK;
    bytes = roomy ? array : Arrays.copyOf(array, to + SLACK);
    next = from;
    end = to;
    bits = 0;
    count = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int end() {
    return end;
  }

  int next() {
    return next;
  }

  long bits() {
    return bits;
  }

  int count() {
    return count;
  }

  /** Takes the state back from the innermost loop. */
  void restore(int newNext, long newBits, int newCount) {
    next = newNext;
    bits = newBits;
    count = newCount;
  }

  /** Takes up to 32 bits. */
  int take(int wanted) throws IOException {
    int value = (int) (peek() & (1L << wanted) - 1);
    skip(wanted);
    return value;
  }

  /** At least 56 bits ahead; beyond the end they mean nothing. */
  long peek() throws IOException {
    if (next > end + Long.BYTES) {
      throw endsEarly();
    }
    bits |= (long) LONG.get(bytes, next) << count;
    next += 63 - count >>> 3;
    count |= 56;
    return bits;
  }

  /** Passes over bits that were peeked at. */
  void skip(int passed) throws IOException {
    bits >>>= passed;
    count -= passed;
    check();
  }

  /** Checks that no bit behind the end was taken. */
  void check() throws IOException {
    if (next - (count >>> 3) > end) {
      throw endsEarly();
    }
  }

  private static IOException endsEarly() {
    return new IOException("a deflate stream ends early");
  }

  /** Passes over the bits up to the next whole byte. */
  void align() {
    next -= count >>> 3;
    bits = 0;
    count = 0;
  }

  /** Copies whole bytes after {@link #align}. */
  void copy(byte[] into, int at, int length) throws IOException {
    if (length > end - next) {
      throw endsEarly();
    }
    System.arraycopy(bytes, next, into, at, length);
    next += length;
  }
}
