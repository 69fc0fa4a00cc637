package org.coverscape.engine.fuzz;

import java.io.EOFException;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * A file in memory.
 *
 * @param bytes what is in it; not copied
 */
public record MemoryBytes(byte[] bytes) implements ByteSource {
  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public String fingerprint() {
    return String.valueOf(bytes.length);
  }

  @Override
  public void read(long position, byte[] target, int offset, int count) throws EOFException {
    if (position < 0 || position > bytes.length - count) {
      throw new EOFException();
    }
    System.arraycopy(bytes, (int) position, target, offset, count);
  }

  @Override
  public void close() {}
}
