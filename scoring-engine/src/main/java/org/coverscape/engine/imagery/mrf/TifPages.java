package org.coverscape.engine.imagery.mrf;

import java.io.EOFException;
import java.io.IOException;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.bytes.ByteSource;

/** Pages that are TIFF files of 8-bit samples, whatever their tags say of opacity and masks. */
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
    byte[] pixels =
        GeoTiffRasterReader.samples(
            new Page(stored, length), form.width(), form.height(), form.bands());
    System.arraycopy(pixels, 0, page, 0, form.bytes());
  }
}
