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

  /** Bytes behind the pixels of a block; more are damage. */
  private static final long MOST_PADDING = 24L << 20;

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
    int y = 0;
    int got = batch.length;
    while (y < rows && got == batch.length) {
      got = unpacking.read(batch, batch.length);
      int whole = Math.min(got / form.rowBytes(), rows - y);
      take(y, whole, part, target);
      y += whole;
    }
    // padding below the image may be left out
    if (y < part.endY() || !isAtEnd(got)) {
      throw new IOException("a block ends early, or not at all");
    }
  }

  /** Reads on to the checksum; there may be rows of padding before it. */
  private boolean isAtEnd(int lastRead) throws IOException {
    int got = lastRead;
    for (long more = 0; got == batch.length && more < MOST_PADDING; more += got) {
      got = unpacking.read(batch, batch.length);
    }
    return unpacking.isComplete();
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
