package org.coverscape.engine.imagery.block;

import java.io.IOException;

/** Unpacks a block's bytes, as many at a time as are wanted. Not thread-safe. */
interface Unpacking extends AutoCloseable {
  /** Begins with the first bytes of an array, which must stay as they are until the last read. */
  void begin(byte[] stored, int length);

  /**
   * The next bytes.
   *
   * @return how many there were; fewer than wanted only at the end
   * @throws IOException when what is stored is damaged
   */
  int read(byte[] into, int length) throws IOException;

  /**
   * Whether what was stored came to a proper end, where there is such a thing: then a checksum has
   * vouched for all that was read.
   */
  boolean isComplete();

  @Override
  void close();
}
