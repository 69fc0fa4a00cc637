package org.coverscape.engine.imagery.block;

import java.io.IOException;

/**
 * Unpacks blocks a few rows at a time, so that what is between the packed bytes and the pixels
 * stays in the processor's nearest cache.
 */
public final class PackedBlocks implements BlockDecoder {
  /**
   * Bytes of the rows that are unpacked together, where a row is not longer; zlib copies 32 KiB at
   * the end of each piece it is asked for.
   */
  private static final int BATCH = 128 << 10;

  private final BlockForm form;
  private final Unpacking unpacking;
  private final PixelRow pixels;
  private final int batchRows;
  private final byte[] batch;

  private PackedBlocks(BlockForm form, Unpacking unpacking) {
    this.form = form;
    this.unpacking = unpacking;
    pixels = new PixelRow(form);
    batchRows = Math.max(1, BATCH / form.rowBytes());
    batch = new byte[Math.multiplyExact(batchRows, form.rowBytes())];
  }

  /** Blocks packed by deflate. */
  public static PackedBlocks deflate(BlockForm form) {
    return new PackedBlocks(form, new Inflating());
  }

  /** Blocks that are not packed at all. */
  public static PackedBlocks plain(BlockForm form) {
    return new PackedBlocks(form, new Plain());
  }

  /** Unpacks all rows, also those behind the wanted ones: the checksum stands at the end. */
  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    unpacking.begin(stored, length);
    for (int y = 0; y < rows; y += batchRows) {
      int wanted = Math.min(batchRows, rows - y) * form.rowBytes();
      int got = unpacking.read(batch, wanted);
      take(y, got / form.rowBytes(), part, target);
      if (got < wanted) {
        // padding below the image may be left out
        if (y + got / form.rowBytes() < part.endY()) {
          throw new IOException("a block ends early");
        }
        return;
      }
    }
  }

  private void take(int firstRow, int count, BlockPart part, PixelTarget target) {
    int end = Math.min(firstRow + count, part.endY());
    for (int y = Math.max(firstRow, part.y()); y < end; y++) {
      int from = (y - firstRow) * form.rowBytes();
      int to = target.row(y - part.y());
      pixels.take(batch, from, part.x(), part.width(), target.bytes(), to, target.bands());
    }
  }

  @Override
  public void close() {
    unpacking.close();
  }
}
