package org.coverscape.engine.imagery.mrf;

import java.io.IOException;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.bytes.MemoryBytes;

/** Pages that are TIFF files of 8-bit samples, whatever their tags say of opacity and masks. */
final class TifPages implements PageDecoder {
  private final PageForm form;

  TifPages(PageForm form) {
    this.form = form;
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    byte[] pixels =
        GeoTiffRasterReader.samples(
            new MemoryBytes(stored, length), form.width(), form.height(), form.bands());
    System.arraycopy(pixels, 0, page, 0, form.bytes());
  }
}
