package org.coverscape.engine.imagery.block;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Unpacks whole streams of deflate, one after the other. Keeps its buffers; not thread-safe. */
public final class DeflateBytes {
  private static final int BATCH = 64 << 10;
  private static final int GZIP = 0x1F;

  private @Nullable Inflating inflating;

  /**
   * Unpacks a stream with a zlib or a gzip header.
   *
   * @param stored the stream from index 0 on
   * @param length bytes of it
   * @return how many bytes were unpacked, all there are
   * @throws IOException when the stream is damaged, or holds more than there is room for
   */
  public int unpack(byte[] stored, int length, byte[] into) throws IOException {
    if (length > 0 && stored[0] == GZIP) {
      return gzip(stored, length, into);
    }
    Inflating zlib = inflating == null ? new Inflating(BATCH) : inflating;
    inflating = zlib;
    zlib.begin(stored, length);
    int at = 0;
    for (int got = BATCH; got == BATCH; at += got) {
      got = zlib.read(BATCH);
      if (got > into.length - at) {
        throw tooLong();
      }
      System.arraycopy(zlib.bytes(), zlib.from(), into, at, got);
    }
    return at;
  }

  private static IOException tooLong() {
    return new IOException("a deflate stream holds more than it should");
  }

  private static int gzip(byte[] stored, int length, byte[] into) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(stored, 0, length))) {
      int count = in.readNBytes(into, 0, into.length);
      if (count == into.length && in.read() >= 0) {
        throw tooLong();
      }
      return count;
    }
  }

  /** The same for a stream without a header. */
  public int unpackRaw(byte[] stored, int length, byte[] into) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(stored, 0, length);
      int count = inflater.inflate(into);
      // the end may stand behind the last byte
      if (!inflater.finished() && (inflater.inflate(new byte[1]) > 0 || !inflater.finished())) {
        throw new IOException("a deflate stream ends early, or holds more than it should");
      }
      return count;
    } catch (DataFormatException e) {
      throw new IOException("a damaged deflate stream", e);
    } finally {
      inflater.end();
    }
  }
}
