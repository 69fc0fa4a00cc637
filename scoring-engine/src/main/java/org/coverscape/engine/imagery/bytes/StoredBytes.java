package org.coverscape.engine.imagery.bytes;

import java.io.IOException;
import java.util.List;

/** Pieces of a file, read into one buffer that grows with the largest of them. Not thread-safe. */
public final class StoredBytes implements AutoCloseable {
  private final ByteSource source;
  private byte[] buffer = {};

  /** Takes the source over: closing this closes it. */
  public StoredBytes(ByteSource source) {
    this.source = source;
  }

  /** The file's bytes. */
  public ByteSource source() {
    return source;
  }

  /**
   * The bytes from a position, at the front of an array that the next call overwrites.
   *
   * @throws java.io.FileNotFoundException when the file is not there any more
   * @throws java.io.EOFException when it ends before
   */
  public byte[] read(long position, int length) throws IOException {
    if (buffer.length < length) {
      buffer = new byte[length + length / 4];
    }
    source.read(position, buffer, 0, length);
    return buffer;
  }

  /** What is going to be read next. */
  public void expect(List<ByteRange> ranges) throws IOException {
    source.expect(ranges);
  }

  @Override
  public void close() throws IOException {
    buffer = new byte[0];
    source.close();
  }
}
