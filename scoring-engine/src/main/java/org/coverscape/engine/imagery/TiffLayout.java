package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.coverscape.engine.region.PixelWindow;

/**
 * How a TIFF's pixels are stored: in tiles, or in strips as wide as the image, together blocks.
 *
 * <p>Immutable. After TIFF 6.0, sections 3 and 15.
 */
public final class TiffLayout {
  /** Blocks of one image; their table takes 16 bytes each. */
  private static final long MOST_BLOCKS = 1 << 18;

  /** Bytes that must be unpacked together. */
  private static final long MOST_BLOCK_BYTES = 24L << 20;

  /** What packing may add to blocks of hardly any pixels: headers and tables. */
  private static final int PACKING_OVERHEAD = 1 << 16;

  private final boolean tiled;
  private final int width;
  private final int height;
  private final int blockWidth;
  private final int blockHeight;
  private final int planes;
  private final TiffCoding coding;
  private final boolean compressed;
  private final long rowBytes;
  private final long[] offsets;
  private final long[] counts;
  private final long fileLength;

  private TiffLayout(TiffFields fields, TiffShape shape, long fileLength) throws IOException {
    tiled = fields.has(322) || fields.has(324);
    this.width = shape.width();
    this.height = shape.height();
    this.fileLength = fileLength;
    coding = TiffCoding.read(fields);
    compressed = !coding.isPlain();
    planes = coding.planar() ? shape.samples() : 1;
    blockWidth = tiled ? size(fields.first(322, 0)) : width;
    long pixelBits = (coding.planar() ? 1L : shape.samples()) * Math.max(1, shape.bits());
    rowBytes = (blockWidth * pixelBits + 7) / 8;
    blockHeight = tiled ? size(fields.first(323, 0)) : Math.min(height, size(rows(fields)));
    check();
    offsets = fields.longs(tiled ? 324 : 273);
    counts = counts(fields, tiled);
    if (offsets.length != blocks() || counts.length != blocks()) {
      throw TiffException.damaged();
    }
  }

  static TiffLayout read(TiffFields fields, TiffShape shape, long fileLength) throws IOException {
    return new TiffLayout(fields, shape, fileLength);
  }

  private static long rows(TiffFields fields) throws IOException {
    return Math.min(fields.first(278, Integer.MAX_VALUE), Integer.MAX_VALUE);
  }

  private static int size(long value) throws TiffException {
    if (value < 1 || value > Integer.MAX_VALUE) {
      throw TiffException.damaged();
    }
    return (int) value;
  }

  private void check() throws TiffException {
    if (blocks() > MOST_BLOCKS) {
      throw new TiffException(
          "It is stored in more pieces than can be read; save it again as a tiled GeoTIFF.");
    }
    if ((double) rowBytes * readableHeight() > MOST_BLOCK_BYTES) {
      throw new TiffException(
          "It is stored in pieces too large to be read; save it again as a tiled GeoTIFF.");
    }
  }

  /** Where byte counts are missing, as old writers allow for plain strips, they follow by sum. */
  private long[] counts(TiffFields fields, boolean tiled) throws IOException {
    int tag = tiled ? 325 : 279;
    if (fields.has(tag) || compressed) {
      return fields.longs(tag);
    }
    long[] sums = new long[(int) blocks()];
    for (int i = 0; i < sums.length; i++) {
      int row = i % down() * blockHeight;
      int rows = tiled ? blockHeight : Math.min(blockHeight, height - row);
      sums[i] = rows * rowBytes;
    }
    return sums;
  }

  private int across() {
    return (width - 1) / blockWidth + 1;
  }

  private int down() {
    return (height - 1) / blockHeight + 1;
  }

  /** Number of blocks of all planes. */
  long blocks() {
    return (long) across() * down() * planes;
  }

  /** Columns of a block. */
  public int blockWidth() {
    return blockWidth;
  }

  /** Rows of a block. */
  public int blockHeight() {
    return blockHeight;
  }

  /**
   * Rows that are read without reading others: a block's, or one where nothing is compressed and
   * blocks are strips.
   */
  public int readableHeight() {
    return compressed || blockWidth < width ? blockHeight : 1;
  }

  /** How the blocks are packed. */
  TiffCoding coding() {
    return coding;
  }

  /** Bytes of a row of a block, once it is unpacked. */
  int rowBytes() {
    return (int) rowBytes;
  }

  /** Planes that hold one band each, or the one that holds all. */
  int planes() {
    return planes;
  }

  /** Number of a block among all of all planes. */
  int index(PixelWindow block, int plane) {
    return (plane * down() + block.y() / blockHeight) * across() + block.x() / blockWidth;
  }

  /** Where a block's bytes begin in the file. */
  long offset(int index) {
    return offsets[index];
  }

  /**
   * How many bytes of a packed block are worth reading: what is far longer than its pixels is
   * damaged, or has something else behind it.
   */
  int packedLength(int index) {
    long most = 2L * blockHeight * rowBytes + PACKING_OVERHEAD;
    return (int) Math.max(0, Math.min(counts[index], most));
  }

  /** Whether any block was never written. */
  boolean hasSparse() {
    return IntStream.range(0, offsets.length).anyMatch(this::isSparse);
  }

  /** Whether a block was never written, as sparse files leave out empty ones. */
  boolean isSparse(int index) {
    return counts[index] == 0 && offsets[index] == 0;
  }

  /**
   * Whether the file ends before all pixels of a window, which lies inside the image; only the
   * first three bands count.
   */
  public boolean endsBefore(PixelWindow window) {
    return endsBefore(window, 3);
  }

  /** The same for some of the first bands. */
  boolean endsBefore(PixelWindow window, int bands) {
    for (int plane = 0; plane < Math.min(planes, bands); plane++) {
      for (int by = window.y() / blockHeight; by <= (window.endY() - 1) / blockHeight; by++) {
        for (int bx = window.x() / blockWidth; bx <= (window.endX() - 1) / blockWidth; bx++) {
          int index = (plane * down() + by) * across() + bx;
          int rows = Math.min(blockHeight, window.endY() - by * blockHeight);
          if (end(index, rows) > fileLength) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private long end(int index, int rows) {
    long count = counts[index];
    if (!compressed) {
      count = Math.min(count, rows * rowBytes);
    }
    long end = offsets[index] + count;
    return offsets[index] < 0 || end < offsets[index] ? Long.MAX_VALUE : end;
  }

  /**
   * The blocks of the first plane that a window inside the image touches, tiles in their full size
   * where they reach beyond the image.
   */
  List<PixelWindow> blocks(PixelWindow window) {
    List<PixelWindow> blocks = new ArrayList<>();
    for (int by = window.y() / blockHeight; by <= (window.endY() - 1) / blockHeight; by++) {
      int y = by * blockHeight;
      int rows = tiled ? blockHeight : Math.min(blockHeight, height - y);
      for (int bx = window.x() / blockWidth; bx <= (window.endX() - 1) / blockWidth; bx++) {
        blocks.add(new PixelWindow(bx * blockWidth, y, blockWidth, rows));
      }
    }
    return blocks;
  }
}
