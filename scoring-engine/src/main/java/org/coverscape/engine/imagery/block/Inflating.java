package org.coverscape.engine.imagery.block;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Unpacks deflate with its zlib wrapper (RFC 1950), compressions 8 and 32946 of TIFF. */
final class Inflating implements Unpacking {
  private final Inflater inflater = new Inflater();

  @Override
  public void begin(byte[] stored, int length) {
    inflater.reset();
    inflater.setInput(stored, 0, length);
  }

  @Override
  public int read(byte[] into, int length) throws IOException {
    int got = 0;
    try {
      while (got < length) {
        int more = inflater.inflate(into, got, length - got);
        if (more == 0) {
          // finished, out of input, or asking for a dictionary: there is no more either way
          return got;
        }
        got += more;
      }
      return got;
    } catch (DataFormatException e) {
      throw new IOException("a block is no deflate stream", e);
    }
  }

  @Override
  public boolean isComplete() {
    return inflater.finished();
  }

  @Override
  public void close() {
    inflater.end();
  }
}
