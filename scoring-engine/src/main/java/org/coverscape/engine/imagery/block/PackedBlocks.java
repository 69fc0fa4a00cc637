package org.coverscape.engine.imagery.block;

import java.io.IOException;

/**
 * Unpacks blocks a few rows at a time, so that what is between the packed bytes and the pixels
 * stays in the processor's nearest cache.
 */
public final class PackedBlocks implements BlockDecoder {
  /** Bytes of the rows that are unpacked together, where a row is not longer. */
  private static final int BATCH = 64 << 10;

  /** Bytes behind the pixels of a block; more are damage. */
  private static final long MOST_PADDING = 24L << 20;

  private final BlockForm form;
  private final Unpacking unpacking;
  private final PixelRow pixels;
  private final int batch;

  private PackedBlocks(BlockForm form, int batch, Unpacking unpacking) {
    this.form = form;
    this.batch = batch;
    this.unpacking = unpacking;
    pixels = new PixelRow(form);
  }

  /** Blocks packed by deflate. */
  public static PackedBlocks deflate(BlockForm form) {
    return new PackedBlocks(form, batch(form), new Inflating(batch(form)));
  }

  /** Blocks that are not packed at all. */
  public static PackedBlocks plain(BlockForm form) {
    return new PackedBlocks(form, batch(form), new Plain());
  }

  /** Bytes of whole rows. */
  private static int batch(BlockForm form) {
    return Math.multiplyExact(Math.max(1, BATCH / form.rowBytes()), form.rowBytes());
  }

  /** Unpacks all rows, also those behind the wanted ones: the checksum stands at the end. */
  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    unpacking.begin(stored, length);
    int y = 0;
    int got = batch;
    while (y < rows && got == batch) {
      got = unpacking.read(batch);
      int whole = Math.min(got / form.rowBytes(), rows - y);
      take(y, whole, part, target);
      y += whole;
    }
    for (long more = 0; got == batch && more < MOST_PADDING; more += got) {
      got = unpacking.read(batch);
    }
    // padding below the image may be left out
    if (y < part.endY() || got == batch) {
      throw new IOException("a block ends early, or not at all");
    }
  }

  private void take(int firstRow, int count, BlockPart part, PixelTarget target) {
    int end = Math.min(firstRow + count, part.endY());
    for (int y = Math.max(firstRow, part.y()); y < end; y++) {
      int from = unpacking.from() + (y - firstRow) * form.rowBytes();
      int to = target.row(y - part.y());
      pixels.take(
          unpacking.bytes(), from, part.x(), part.width(), target.bytes(), to, target.bands());
    }
  }

  /** Holds nothing but memory. */
  @Override
  public void close() {}
}
