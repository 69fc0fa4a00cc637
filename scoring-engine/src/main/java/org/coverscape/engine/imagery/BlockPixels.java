package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.ArrayList;
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

  BlockPixels(TiffLayout layout, StoredBytes stored, BlockDecoder decoder) {
    this.layout = layout;
    this.stored = stored;
    this.decoder = decoder;
  }

  @Override
  public List<ByteRange> ranges(PixelWindow window) {
    List<ByteRange> ranges = new ArrayList<>();
    for (PixelWindow block : layout.blocks(window)) {
      int index = layout.index(block);
      if (!layout.isSparse(index)) {
        ranges.add(range(block, index, window));
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
      stored.expect(ranges(window));
    }
    for (PixelWindow block : layout.blocks(window)) {
      int index = layout.index(block);
      if (!layout.isSparse(index)) {
        PixelWindow part = Windows.intersection(block, window).orElseThrow();
        int stride = window.width() * bands;
        int from = (part.y() - window.y()) * stride + (part.x() - window.x()) * bands;
        read(block, index, part, new PixelTarget(target, from, stride, bands));
      }
    }
  }

  private void read(PixelWindow block, int index, PixelWindow part, PixelTarget target)
      throws IOException {
    BlockPart wanted =
        new BlockPart(part.x() - block.x(), part.y() - block.y(), part.width(), part.height());
    if (layout.coding().isPlain()) {
      readPlain(index, wanted, target);
    } else {
      int length = layout.packedLength(index);
      byte[] bytes = stored.read(layout.offset(index), length);
      decoder.decode(bytes, length, block.height(), wanted, target);
    }
  }

  /** Where nothing is packed, a few rows are read without those above and below. */
  private void readPlain(int index, BlockPart part, PixelTarget target) throws IOException {
    int rowBytes = layout.rowBytes();
    int most = Math.max(1, PLAIN_READ / rowBytes);
    for (int done = 0; done < part.height(); done += most) {
      int rows = Math.min(most, part.height() - done);
      long from = layout.offset(index) + (long) (part.y() + done) * rowBytes;
      byte[] bytes = stored.read(from, rows * rowBytes);
      decoder.decode(
          bytes,
          rows * rowBytes,
          rows,
          new BlockPart(part.x(), 0, part.width(), rows),
          new PixelTarget(target.bytes(), target.row(done), target.stride(), target.bands()));
    }
  }

  @Override
  public void close() {
    decoder.close();
  }
}
