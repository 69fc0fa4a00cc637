package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.imagery.block.BlockDecoder;
import org.coverscape.engine.imagery.block.BlockPart;
import org.coverscape.engine.imagery.block.PixelTarget;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.StoredBytes;
import org.coverscape.engine.region.PixelWindow;

/** Unpacks the blocks of a level one by one, straight to where their pixels are wanted. */
final class BlockPixels implements LevelPixels {
  /** Bytes of plain rows that are read at once, where a row is not longer. */
  private static final int PLAIN_READ = 1 << 20;

  private final TiffLayout layout;
  private final StoredBytes stored;
  private final BlockDecoder decoder;
  private final byte blank;
  private byte[] band = {};

  /**
   * Nothing is read yet.
   *
   * @param blank what stands for blocks that were never written, as sparse files leave out empty
   *     ones
   */
  BlockPixels(TiffLayout layout, StoredBytes stored, BlockDecoder decoder, byte blank) {
    this.layout = layout;
    this.stored = stored;
    this.decoder = decoder;
    this.blank = blank;
  }

  @Override
  public List<ByteRange> ranges(PixelWindow window, int bands) {
    int planes = layout.coding().planar() ? bands : 1;
    List<ByteRange> ranges = new ArrayList<>();
    for (PixelWindow block : layout.blocks(window)) {
      for (int plane = 0; plane < planes; plane++) {
        int index = layout.index(block, plane);
        if (!layout.isSparse(index)) {
          ranges.add(range(block, index, window));
        }
      }
    }
    return ranges;
  }

  /** All of a packed block, and of a plain one the rows that are wanted. */
  private ByteRange range(PixelWindow block, int index, PixelWindow window) {
    if (!layout.coding().isPlain()) {
      return new ByteRange(layout.offset(index), layout.packedLength(index));
    }
    PixelWindow part = Windows.intersection(block, window).orElseThrow();
    long rowBytes = layout.rowBytes();
    return new ByteRange(
        layout.offset(index) + (part.y() - block.y()) * rowBytes, part.height() * rowBytes);
  }

  @Override
  public void read(PixelWindow window, int bands, byte[] target) throws IOException {
    if (window.width() > layout.blockWidth() || window.height() > layout.blockHeight()) {
      stored.expect(ranges(window, bands));
    }
    for (PixelWindow block : layout.blocks(window)) {
      PixelWindow part = Windows.intersection(block, window).orElseThrow();
      int stride = window.width() * bands;
      int from = (part.y() - window.y()) * stride + (part.x() - window.x()) * bands;
      PixelTarget to = new PixelTarget(target, from, stride, bands);
      if (layout.coding().planar()) {
        readPlanes(block, part, to);
      } else {
        read(block, layout.index(block, 0), part, to);
      }
    }
  }

  private void readPlanes(PixelWindow block, PixelWindow part, PixelTarget to) throws IOException {
    int size = part.width() * part.height();
    if (band.length < size) {
      band = new byte[size];
    }
    for (int plane = 0; plane < to.bands(); plane++) {
      PixelTarget one = new PixelTarget(band, 0, part.width(), 1);
      read(block, layout.index(block, plane), part, one);
      for (int y = 0; y < part.height(); y++) {
        int at = to.row(y) + plane;
        for (int i = one.row(y); i < one.row(y + 1); i++) {
          to.bytes()[at] = band[i];
          at += to.bands();
        }
      }
    }
  }

  private void read(PixelWindow block, int index, PixelWindow part, PixelTarget target)
      throws IOException {
    BlockPart wanted =
        new BlockPart(part.x() - block.x(), part.y() - block.y(), part.width(), part.height());
    if (layout.isSparse(index)) {
      blank(wanted, target);
    } else if (layout.coding().isPlain()) {
      readPlain(index, wanted, target);
    } else {
      int length = layout.packedLength(index);
      byte[] bytes = stored.read(layout.offset(index), length);
      decoder.decode(ordered(bytes, length), length, block.height(), wanted, target);
    }
  }

  private void blank(BlockPart part, PixelTarget target) {
    for (int y = 0; y < part.height(); y++) {
      int from = target.row(y);
      Arrays.fill(target.bytes(), from, from + part.width() * target.bands(), blank);
    }
  }

  /** Where nothing is packed, a few rows are read without those above and below. */
  private void readPlain(int index, BlockPart part, PixelTarget target) throws IOException {
    int rowBytes = layout.rowBytes();
    int most = Math.max(1, PLAIN_READ / rowBytes);
    for (int done = 0; done < part.height(); done += most) {
      int rows = Math.min(most, part.height() - done);
      long from = layout.offset(index) + (long) (part.y() + done) * rowBytes;
      byte[] bytes = ordered(stored.read(from, rows * rowBytes), rows * rowBytes);
      decoder.decode(
          bytes,
          rows * rowBytes,
          rows,
          new BlockPart(part.x(), 0, part.width(), rows),
          new PixelTarget(target.bytes(), target.row(done), target.stride(), target.bands()));
    }
  }

  /** Turns bytes whose lowest bit is stored first. */
  private byte[] ordered(byte[] bytes, int length) {
    if (layout.coding().reversed()) {
      for (int i = 0; i < length; i++) {
        bytes[i] = (byte) (Integer.reverse(bytes[i]) >>> 24);
      }
    }
    return bytes;
  }

  @Override
  public void close() {
    band = new byte[0];
    decoder.close();
  }
}
