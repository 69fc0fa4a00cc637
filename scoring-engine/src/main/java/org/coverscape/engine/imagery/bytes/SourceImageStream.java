package org.coverscape.engine.imagery.bytes;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A file's bytes as the readers of {@code javax.imageio} take them. Closing it leaves them open.
 */
public final class SourceImageStream extends ImageInputStreamImpl {
  private final ByteSource source;
  private final long length;

  /** A stream from the first byte on. */
  public SourceImageStream(ByteSource source) throws IOException {
    this.source = source;
    length = source.length();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (streamPos >= length) {
      return -1;
    }
    int read = (int) Math.min(count, length - streamPos);
    source.read(streamPos, target, offset, read);
    streamPos += read;
    return read;
  }

  @Override
  public long length() {
    return length;
  }
}
