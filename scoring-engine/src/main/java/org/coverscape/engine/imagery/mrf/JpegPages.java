package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.coverscape.engine.imagery.block.BlockPart;
import org.coverscape.engine.imagery.block.JpegBlocks;
import org.coverscape.engine.imagery.block.PixelTarget;
import org.coverscape.engine.imagery.jpeg.JpegDecoder;
import org.coverscape.engine.imagery.jpeg.JpegShape;

/**
 * Pages that are JPEG streams, with a mask of zeros or without. Grey ones stand for pixels of equal
 * red, green and blue where the image has three bands. What {@link JpegDecoder} leaves alone, such
 * as progressive streams, goes to the Java runtime's decoder.
 */
final class JpegPages implements PageDecoder {
  /** How a stream packed once more by Brunsli begins. */
  private static final int BRUNSLI = 0x0A04_42D2;

  private record Kind(int components, boolean ycbcr) {}

  private final PageForm form;
  private final Map<Integer, JpegDecoder> decoders = new HashMap<>();
  private final Map<Kind, JpegBlocks> others = new HashMap<>();
  private byte[] grey = {};

  JpegPages(PageForm form) {
    this.form = form;
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    if (length >= 4 && first(stored) == BRUNSLI) {
      throw new MrfException(
          "Its JPEG pages are packed by Brunsli, which cannot be read; save it again as JPEG.");
    }
    JpegSegments segments = JpegSegments.read(stored, length);
    if (segments.width() != form.width() || segments.height() != form.height()) {
      throw new IOException("a JPEG stream of another size than its page");
    }
    if (segments.components() == form.bands()) {
      unpack(stored, length, segments, page);
    } else if (segments.components() == 1 && form.bands() == 3) {
      spread(stored, length, segments, page);
    } else {
      throw new IOException("a JPEG stream of " + segments.components() + " components");
    }
    if (segments.hasMask()) {
      ZenMask.read(stored, segments.maskFrom(), segments.maskTo(), form.width(), form.height())
          .apply(page, form);
    }
  }

  private static int first(byte[] stored) {
    return (stored[0] & 255) << 24
        | (stored[1] & 255) << 16
        | (stored[2] & 255) << 8
        | stored[3] & 255;
  }

  private void unpack(byte[] stored, int length, JpegSegments segments, byte[] into)
      throws IOException {
    JpegDecoder decoder =
        decoders.computeIfAbsent(
            segments.components(),
            count -> new JpegDecoder(new JpegShape(form.width(), form.height(), count)));
    if (!decoder.decode(stored, length, segments.ycbcr(), into)) {
      unpackOther(stored, length, segments, into);
    }
  }

  private void unpackOther(byte[] stored, int length, JpegSegments segments, byte[] into)
      throws IOException {
    int components = segments.components();
    others
        .computeIfAbsent(
            new Kind(components, segments.ycbcr()),
            kind -> new JpegBlocks(new byte[0], kind.components, kind.ycbcr))
        .decode(
            stored,
            length,
            form.height(),
            new BlockPart(0, 0, form.width(), form.height()),
            new PixelTarget(into, 0, form.width() * components, components));
  }

  private void spread(byte[] stored, int length, JpegSegments segments, byte[] page)
      throws IOException {
    int pixels = form.width() * form.height();
    if (grey.length == 0) {
      grey = new byte[pixels];
    }
    unpack(stored, length, segments, grey);
    for (int i = 0; i < pixels; i++) {
      page[3 * i] = grey[i];
      page[3 * i + 1] = grey[i];
      page[3 * i + 2] = grey[i];
    }
  }

  @Override
  public void close() {
    others.values().forEach(JpegBlocks::close);
    others.clear();
  }
}
