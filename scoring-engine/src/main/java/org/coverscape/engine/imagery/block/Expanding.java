package org.coverscape.engine.imagery.block;

import java.io.IOException;

/** Unpacks a whole block at once, from array to array. Keeps its tables; not thread-safe. */
interface Expanding {
  /** Bytes that must be there behind the limit; they may be overwritten. */
  int SLACK = 16;

  /**
   * Unpacks a block.
   *
   * @param stored the block as it is in the file, from index 0
   * @param length bytes of the block
   * @param target takes the bytes, from index 0, and has {@link #SLACK} bytes behind the limit
   * @param limit bytes that are wanted at most
   * @return how many there are; fewer than the limit where the block ends before
   * @throws IOException when what is stored is damaged
   */
  int expand(byte[] stored, int length, byte[] target, int limit) throws IOException;
}
