package org.coverscape.engine.imagery.block;

import java.io.IOException;
import org.coverscape.engine.imagery.lerc.LercDecoder;
import org.coverscape.engine.imagery.lerc.LercPage;

/**
 * Unpacks blocks that are LERC streams (compression 34887), perhaps packed once more, as the tag
 * LercParameters (50674) says. As libtiff writes them, a last band of opacity that is 0 or 255
 * everywhere may stand as the stream's mask.
 */
public final class LercBlocks implements BlockDecoder {
  /** What packs a stream once more. */
  public enum Packing {
    /** Nothing. */
    NONE,
    /** Deflate. */
    DEFLATE,
    /** Zstandard. */
    ZSTD
  }

  /** What packing may add to blocks of hardly any pixels: headers and tables. */
  private static final int OVERHEAD = 1 << 16;

  private final BlockForm form;
  private final Packing packing;
  private final LercDecoder decoder = new LercDecoder();
  private final DeflateBytes deflate = new DeflateBytes();
  private final Zstd zstd = new Zstd();
  private byte[] stream = {};
  private byte[] pixels = {};

  /** A decoder of blocks of such a form. */
  public LercBlocks(BlockForm form, Packing packing) {
    this.form = form;
    this.packing = packing;
  }

  @Override
  public void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException {
    int count = packing == Packing.NONE ? length : unpack(stored, length, rows);
    byte[] bytes = packing == Packing.NONE ? stored : stream;
    LercDecoder.Info info = LercDecoder.Info.of(bytes, count);
    boolean masked = info.depth() == form.samples() - 1 && info.depth() > 0;
    int bands = masked ? info.depth() : form.samples();
    int size = Math.multiplyExact(Math.multiplyExact(form.width(), rows), bands);
    if (info.type().bytes() != 1) {
      throw new IOException("a LERC stream of no bytes");
    }
    if (pixels.length < size) {
      pixels = new byte[size];
    }
    int wanted = Math.min(bands, target.bands());
    LercPage page =
        new LercPage(
            pixels, info.type(), form.width(), rows, bands, wanted, new double[form.samples()]);
    decoder.decode(bytes, count, page);
    for (int y = 0; y < part.height(); y++) {
      takeRow((part.y() + y) * form.width() + part.x(), part.width(), bands, target, y);
    }
  }

  private int unpack(byte[] stored, int length, int rows) throws IOException {
    int most = Math.addExact(Math.multiplyExact(form.rowBytes(), 2 * rows), OVERHEAD);
    if (stream.length < most) {
      stream = new byte[most];
    }
    return packing == Packing.ZSTD
        ? zstd.expand(stored, length, stream, most)
        : deflate.unpack(stored, length, stream);
  }

  private void takeRow(int first, int count, int bands, PixelTarget target, int y) {
    int to = target.row(y);
    for (int pixel = first; pixel < first + count; pixel++) {
      for (int band = 0; band < target.bands(); band++) {
        target.bytes()[to++] =
            band < bands ? pixels[pixel * bands + band] : opacity(decoder.hasValue(pixel));
      }
    }
  }

  private static byte opacity(boolean opaque) {
    return (byte) (opaque ? 255 : 0);
  }

  /** Holds nothing but memory. */
  @Override
  public void close() {
    stream = new byte[0];
    pixels = new byte[0];
  }
}
