package org.coverscape.engine.imagery.mrf;

import java.io.IOException;

/** Pages that are PNG streams, or JPEG streams where all pixels are opaque. */
final class JpngPages implements PageDecoder {
  private static final int PNG = 0x89;

  private final PageForm form;
  private final PngPages png;
  private final JpegPages jpeg;
  private byte[] colours = {};

  JpngPages(PageForm form) {
    this.form = form;
    png = new PngPages(form, false);
    jpeg = new JpegPages(new PageForm(form.width(), form.height(), form.bands() - 1, form.type()));
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    if (length > 0 && (stored[0] & 255) == PNG) {
      png.decode(stored, length, page, wanted);
      return;
    }
    int pixels = form.width() * form.height();
    int bands = form.bands() - 1;
    if (colours.length == 0) {
      colours = new byte[pixels * bands];
    }
    jpeg.decode(stored, length, colours, bands);
    for (int pixel = 0, from = 0, to = 0; pixel < pixels; pixel++) {
      for (int end = from + bands; from < end; from++) {
        page[to++] = colours[from];
      }
      page[to++] = (byte) 255;
    }
  }

  @Override
  public void close() {
    jpeg.close();
  }
}
