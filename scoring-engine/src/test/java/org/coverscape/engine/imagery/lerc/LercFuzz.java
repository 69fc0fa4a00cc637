package org.coverscape.engine.imagery.lerc;

import java.io.IOException;
import java.util.List;

/** LERC streams as damaged input: the checksum is made right again, so that the damage gets in. */
public final class LercFuzz {
  private static final int CHECKSUM = 10;
  private static final int LENGTH = 34;
  private static final int MOST_PIXELS = 1 << 16;

  private final LercDecoder decoder = new LercDecoder();

  /** Whole streams. */
  public List<byte[]> seeds() {
    return LercSample.all().stream().map(LercSample::stream).toList();
  }

  /**
   * Unpacks a stream into a page of the size and type it says it has, where that is small.
   *
   * @throws IOException when it is refused
   */
  public void read(byte[] input) throws IOException {
    byte[] stream = mended(input.clone());
    LercDecoder.Info info = LercDecoder.Info.of(stream, stream.length);
    if ((double) info.width() * info.height() * info.depth() > MOST_PIXELS) {
      throw new IOException("larger than its page");
    }
    int bytes = info.width() * info.height() * info.depth() * info.type().bytes();
    decoder.decode(
        stream,
        stream.length,
        new LercPage(
            new byte[bytes],
            info.type(),
            info.width(),
            info.height(),
            info.depth(),
            info.depth(),
            new double[info.depth()]));
  }

  static byte[] mended(byte[] stream) {
    LercInput in = new LercInput(stream, 0, stream.length);
    if (in.isAt(Lerc2Header.KEY) && stream.length > LENGTH + 4 && stream[6] >= 3) {
      int length = (int) LercInput.INT.get(stream, stream[6] >= 4 ? LENGTH : LENGTH - 4);
      if (length > LENGTH && length <= stream.length) {
        LercInput.INT.set(stream, CHECKSUM, Fletcher.sum(stream, CHECKSUM + 4, length));
      }
    }
    return stream;
  }
}
