package org.coverscape.engine.imagery.mrf;

import java.io.IOException;

/** Unpacks pages of one image, one after the other. Keeps its buffers; not thread-safe. */
interface PageDecoder extends AutoCloseable {
  /**
   * Unpacks a page.
   *
   * @param stored the page from index 0 on; what follows is left alone
   * @param length bytes of the page
   * @param page takes the samples in the page's form
   * @param wanted how many of the page's bands are needed, the first ones
   * @throws IOException when the bytes are damaged; what was written is then of no use
   */
  void decode(byte[] stored, int length, byte[] page, int wanted) throws IOException;

  /** Lets go of whatever is not memory. */
  @Override
  default void close() {}
}
