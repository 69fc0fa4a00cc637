package org.coverscape.engine.imagery.block;

import java.io.IOException;

/** Unpacks a block's bytes, as many at a time as are wanted. Not thread-safe. */
interface Unpacking {
  /** Begins with the first bytes of an array, which must stay as they are until the last read. */
  void begin(byte[] stored, int length) throws IOException;

  /**
   * Unpacks the next bytes, which then stand in {@link #bytes} from {@link #from} on.
   *
   * @param length bytes wanted, at most as many as the making said
   * @return how many there are; fewer than wanted only at the end
   * @throws IOException when what is stored is damaged
   */
  int read(int length) throws IOException;

  /** Holds the bytes read last; good until the next read. */
  byte[] bytes();

  /** Where they begin. */
  int from();
}
