package org.coverscape.engine.imagery.mrf;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.region.PixelWindow;

/** Pages that are TIFF files of 8-bit samples. */
final class TifPages implements PageDecoder {
  private final PageForm form;

  TifPages(PageForm form) {
    this.form = form;
  }

  /** A page as the bytes of a file. */
  private record Page(byte[] stored, int count) implements ByteSource {
    @Override
    public long length() {
      return count;
    }

    @Override
    public String fingerprint() {
      return "";
    }

    @Override
    public void read(long position, byte[] target, int offset, int bytes) throws IOException {
      if (position < 0 || position > count - bytes) {
        throw new EOFException("a page ends early");
      }
      System.arraycopy(stored, (int) position, target, offset, bytes);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    try (GeoTiffRasterReader reader = GeoTiffRasterReader.open(new Page(stored, length))) {
      int bands = reader.bands();
      if (reader.width() != form.width()
          || reader.height() != form.height()
          || (bands != form.bands() && bands != form.bands() - 1)) {
        throw new IOException("a TIFF of another size than its page");
      }
      byte[] pixels = reader.read(0, new PixelWindow(0, 0, form.width(), form.height()));
      // opacity is no band to the reader
      Arrays.fill(page, 0, form.bytes(), (byte) 255);
      for (int i = 0; i < form.width() * form.height(); i++) {
        System.arraycopy(pixels, i * bands, page, i * form.bands(), bands);
      }
    }
  }
}
