package org.coverscape.engine.imagery.block;

import java.io.IOException;

/**
 * Unpacks blocks into an array first, since what they repeat may lie anywhere before. The array is
 * as large as the largest block that was read.
 */
public final class WholeBlocks implements BlockDecoder {
  private final BlockForm form;
  private final Expanding expanding;
  private final boolean checked;
  private final PixelRow pixels;
  private byte[] unpacked = {};

  private WholeBlocks(BlockForm form, Expanding expanding, boolean checked) {
    this.form = form;
    this.expanding = expanding;
    this.checked = checked;
    pixels = new PixelRow(form);
  }

  /** Blocks packed by LZW, compression 5. */
  public static WholeBlocks lzw(BlockForm form) {
    return new WholeBlocks(form, new Lzw(), false);
  }

  /** Blocks packed by PackBits, compression 32773. */
  public static WholeBlocks packBits(BlockForm form) {
    return new WholeBlocks(form, new PackBits(), false);
  }

  /** Blocks packed by Zstandard, compression 50000. */
  public static WholeBlocks zstd(BlockForm form) {
    return new WholeBlocks(form, new Zstd(), true);
  }

  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    int rowBytes = form.rowBytes();
    // a format without a checksum is not read further than is needed
    int limit = Math.multiplyExact(checked ? rows : part.endY(), rowBytes);
    if (unpacked.length < limit + Expanding.SLACK) {
      unpacked = new byte[limit + Expanding.SLACK];
    }
    int got = expanding.expand(stored, length, unpacked, limit);
    // padding below the image may be left out
    if (got < Math.multiplyExact(part.endY(), rowBytes)) {
      throw new IOException("a block ends early");
    }
    for (int y = 0; y < part.height(); y++) {
      int from = (part.y() + y) * rowBytes;
      int to = target.row(y);
      pixels.take(unpacked, from, part.x(), part.width(), target.bytes(), to, target.bands());
    }
  }

  /** Holds nothing but memory. */
  @Override
  public void close() {
    unpacked = new byte[0];
  }
}
