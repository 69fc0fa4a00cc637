package org.coverscape.engine.imagery.bytes;

import java.io.EOFException;

/**
 * A file in memory.
 *
 * @param bytes what is in it, and perhaps more; not copied
 * @param count how many of the bytes are the file's
 */
public record MemoryBytes(byte[] bytes, int count) implements ByteSource {
  /** All of the bytes. */
  public MemoryBytes(byte[] bytes) {
    this(bytes, bytes.length);
  }

  @Override
  public long length() {
    return count;
  }

  @Override
  public String fingerprint() {
    return Integer.toString(count);
  }

  @Override
  public void read(long position, byte[] target, int offset, int wanted) throws EOFException {
    if (position < 0 || position > count - wanted) {
      throw new EOFException("the file ends early");
    }
    System.arraycopy(bytes, (int) position, target, offset, wanted);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
