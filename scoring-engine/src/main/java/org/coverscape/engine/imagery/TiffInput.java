package org.coverscape.engine.imagery;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * Bytes of a TIFF by position, in its byte order; never reads beyond the end of the file.
 *
 * @param source the file
 * @param order byte order of its numbers
 * @param big whether it is a BigTIFF, with 8-byte counts and offsets
 * @param length bytes in the file
 */
record TiffInput(ByteSource source, ByteOrder order, boolean big, long length) {
  /**
   * Reads what tells a TIFF from other files: byte order mark and version.
   *
   * @throws TiffException when it is none
   */
  static TiffInput open(ByteSource source) throws IOException {
    long length = source.length();
    if (length == 0) {
      throw new TiffException("It is empty.");
    }
    ByteBuffer head = read(source, 0, (int) Math.min(4, length));
    ByteOrder order = order(head);
    if (length < 8) {
      throw TiffException.truncated();
    }
    short version = head.order(order).getShort(2);
    if (version != 42 && version != 43) {
      throw new TiffException("It is not a TIFF.");
    }
    return new TiffInput(source, order, version == 43, length);
  }

  private static ByteOrder order(ByteBuffer head) throws TiffException {
    if (head.limit() >= 2 && head.get(0) == 'I' && head.get(1) == 'I') {
      return ByteOrder.LITTLE_ENDIAN;
    }
    if (head.limit() >= 2 && head.get(0) == 'M' && head.get(1) == 'M') {
      return ByteOrder.BIG_ENDIAN;
    }
    throw new TiffException("It is not a TIFF.");
  }

  /**
   * Some bytes, ready to be read in the file's order.
   *
   * @throws TiffException when the file ends before them
   */
  ByteBuffer at(long position, int count) throws IOException {
    if (position < 0 || position > length - count) {
      throw TiffException.truncated();
    }
    return read(source, position, count).order(order);
  }

  private static ByteBuffer read(ByteSource source, long position, int count) throws IOException {
    byte[] bytes = new byte[count];
    try {
      source.read(position, bytes, 0, count);
    } catch (EOFException e) {
      throw TiffException.truncated();
    }
    return ByteBuffer.wrap(bytes);
  }
}
