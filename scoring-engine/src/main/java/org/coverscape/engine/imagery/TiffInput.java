package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * Bytes of a TIFF by position, in its byte order; never reads beyond the end of the file.
 *
 * @param channel the open file
 * @param order byte order of its numbers
 * @param big whether it is a BigTIFF, with 8-byte counts and offsets
 * @param length bytes in the file
 */
record TiffInput(FileChannel channel, ByteOrder order, boolean big, long length) {
  /**
   * Reads what tells a TIFF from other files: byte order mark and version.
   *
   * @throws TiffException when it is none
   */
  static TiffInput open(FileChannel channel) throws IOException {
    long length = channel.size();
    if (length == 0) {
      throw new TiffException("It is empty.");
    }
    ByteBuffer head = ByteBuffer.allocate((int) Math.min(4, length));
    readFully(channel, head, 0);
    ByteOrder order = order(head);
    if (length < 8) {
      throw TiffException.truncated();
    }
    short version = head.order(order).getShort(2);
    if (version != 42 && version != 43) {
      throw new TiffException("It is not a TIFF.");
    }
    return new TiffInput(channel, order, version == 43, length);
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
    ByteBuffer bytes = ByteBuffer.allocate(count).order(order);
    readFully(channel, bytes, position);
    return bytes;
  }

  private static void readFully(FileChannel channel, ByteBuffer bytes, long position)
      throws IOException {
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, position + bytes.position()) < 0) {
        throw TiffException.truncated();
      }
    }
    bytes.flip();
  }
}
