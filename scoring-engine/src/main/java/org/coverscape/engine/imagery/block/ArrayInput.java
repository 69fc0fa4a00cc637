package org.coverscape.engine.imagery.block;

import javax.imageio.stream.ImageInputStreamImpl;

/** A part of an array as a stream that can be set anew. Not thread-safe. */
final class ArrayInput extends ImageInputStreamImpl {
  private byte[] bytes = {};
  private int length;

  /** Begins anew with the first bytes of an array. */
  void set(byte[] array, int count) {
    bytes = array;
    length = count;
    streamPos = 0;
    flushedPos = 0;
    bitOffset = 0;
  }

  @Override
  public int read() {
    bitOffset = 0;
    return streamPos < length ? bytes[(int) streamPos++] & 255 : -1;
  }

  @Override
  public int read(byte[] into, int from, int count) {
    bitOffset = 0;
    if (count > 0 && streamPos >= length) {
      return -1;
    }
    int got = (int) Math.min(count, length - streamPos);
    System.arraycopy(bytes, (int) streamPos, into, from, got);
    streamPos += got;
    return got;
  }

  @Override
  public long length() {
    return length;
  }
}
