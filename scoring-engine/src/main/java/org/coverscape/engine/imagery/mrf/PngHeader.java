package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The chunk IHDR of a PNG stream (W3C, "Portable Network Graphics", 11.2.2).
 *
 * @param width columns
 * @param height rows
 * @param bits of a sample
 * @param colour 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha
 */
record PngHeader(int width, int height, int bits, int colour) {
  static final int PALETTE = 3;

  private static final int LENGTH = 13;

  static PngHeader read(ByteBuffer in, int length) throws IOException {
    if (length != LENGTH) {
      throw new IOException("a PNG stream without a header");
    }
    PngHeader header = new PngHeader(in.getInt(), in.getInt(), in.get(), in.get());
    // compression, filter, interlacing
    if ((in.getShort() | in.get()) != 0) {
      throw new IOException("a PNG stream of a kind that is not read, such as interlaced ones");
    }
    return header;
  }

  /** Samples of a pixel. */
  int channels() throws IOException {
    return switch (colour) {
      case 0, PALETTE -> 1;
      case 2 -> 3;
      case 4 -> 2;
      case 6 -> 4;
      default -> throw new IOException("a PNG stream of no colours");
    };
  }
}
