package org.coverscape.engine.imagery.block;

import java.io.IOException;

/** Unpacks blocks of one image, one after the other. Keeps its buffers; not thread-safe. */
public interface BlockDecoder extends AutoCloseable {
  /**
   * Unpacks the wanted pixels of a block.
   *
   * @param stored the block as it is in the file, from index 0; what follows is left alone
   * @param length bytes of the block
   * @param rows rows the block holds
   * @param part the pixels wanted, inside the block
   * @throws IOException when the bytes are damaged, or end too early; what was written to the
   *     target is then of no use
   */
  void decode(byte[] stored, int length, int rows, BlockPart part, PixelTarget target)
      throws IOException;

  @Override
  void close();
}
