package org.coverscape.engine.imagery.block;

import java.io.IOException;

/**
 * Unpacks blocks of one bit per pixel, the highest of a byte first, rows filled up to whole bytes:
 * 255 where it is set, else 0.
 */
public final class BitBlocks implements BlockDecoder {
  private final BlockDecoder bytes;
  private byte[] packed = {};

  /**
   * A decoder.
   *
   * @param bytes unpacks the bytes that hold eight pixels each; closed with this
   */
  public BitBlocks(BlockDecoder bytes) {
    this.bytes = bytes;
  }

  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    int first = part.x() / Byte.SIZE;
    int width = (part.x() + part.width() - 1) / Byte.SIZE - first + 1;
    int size = Math.multiplyExact(width, part.height());
    if (packed.length < size) {
      packed = new byte[size];
    }
    BlockPart wanted = new BlockPart(first, part.y(), width, part.height());
    bytes.decode(stored, length, rows, wanted, new PixelTarget(packed, 0, width, 1));
    for (int y = 0; y < part.height(); y++) {
      int to = target.row(y);
      for (int x = 0; x < part.width(); x++) {
        int bit = part.x() + x - first * Byte.SIZE;
        int set = packed[y * width + bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1;
        target.bytes()[to + x] = (byte) -set;
      }
    }
  }

  @Override
  public void close() {
    packed = new byte[0];
    bytes.close();
  }
}
