package org.coverscape.engine.imagery.lerc;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes read one after the other, the lowest of a number first, never beyond the end. */
final class LercInput {
  /** Bytes that may be read, but mean nothing, behind the end. */
  static final int SLACK = 16;

  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int next;

  /**
   * A part of an array.
   *
   * @param array copied where it is too short for the slack
   */
  LercInput(byte[] array, int from, int end) {
    bytes = array.length >= end + SLACK ? array : Arrays.copyOf(array, end + SLACK);
    this.end = end;
    next = from;
  }

  /** The same bytes from where this one is to an earlier end, without a copy. */
  LercInput part(int count) throws IOException {
    check(count);
    LercInput part = new LercInput(bytes, next, next + count);
    next += count;
    return part;
  }

  byte[] array() {
    return bytes;
  }

  int position() {
    return next;
  }

  int end() {
    return end;
  }

  int left() {
    return end - next;
  }

  void check(long count) throws IOException {
    if (count < 0 || count > end - next) {
      throw new IOException("a LERC stream ends early");
    }
  }

  void skip(long count) throws IOException {
    check(count);
    next += (int) count;
  }

  int unsignedByte() throws IOException {
    check(1);
    return bytes[next++] & 255;
  }

  int int16() throws IOException {
    return (int) number(SampleType.INT16);
  }

  int int32() throws IOException {
    check(4);
    int value = (int) INT.get(bytes, next);
    next += 4;
    return value;
  }

  double float64() throws IOException {
    return number(SampleType.FLOAT64);
  }

  double number(SampleType type) throws IOException {
    check(type.bytes());
    double value = type.get(bytes, next);
    next += type.bytes();
    return value;
  }

  /** A count of one, two or four bytes. */
  int count(int width) throws IOException {
    long value =
        switch (width) {
          case 1 -> unsignedByte();
          case 2 -> (long) number(SampleType.UINT16);
          case 4 -> (long) number(SampleType.UINT32);
          default -> throw new IOException("a count of no known width");
        };
    if (value > Integer.MAX_VALUE) {
      throw new IOException("a count that is too large");
    }
    return (int) value;
  }

  /** Whether the next bytes are those of a text; they are not passed over. */
  boolean isAt(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (i >= left() || bytes[next + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
