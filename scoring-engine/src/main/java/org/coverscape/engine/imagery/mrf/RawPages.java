package org.coverscape.engine.imagery.mrf;

import java.io.IOException;

/** Pages that are samples as they are. */
final class RawPages implements PageDecoder {
  private final PageForm form;
  private final boolean highestFirst;

  RawPages(PageForm form, boolean highestFirst) {
    this.form = form;
    this.highestFirst = highestFirst;
  }

  @Override
  public void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException {
    if (length != form.bytes()) {
      throw new IOException("a page of another size than it should have");
    }
    int size = form.type().bytes();
    if (highestFirst && size > 1) {
      for (int i = 0; i < length; i++) {
        page[i] = stored[i / size * size + size - 1 - i % size];
      }
    } else {
      System.arraycopy(stored, 0, page, 0, length);
    }
  }
}
