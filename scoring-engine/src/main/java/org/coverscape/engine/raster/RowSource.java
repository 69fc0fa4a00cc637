package org.coverscape.engine.raster;

import java.io.IOException;

/**
 * Gives the pixels of a raster, one row at a time, from the top down.
 *
 * <p>Called by one thread, once per row, in order.
 */
@FunctionalInterface
public interface RowSource {
  /**
   * Fills a row.
   *
   * @param y row, from 0
   * @param target width × bands bytes, interleaved by pixel; holds what an earlier call left in it
   * @throws IOException when the pixels cannot be had; the writer passes it on as it is
   */
  void row(int y, byte[] target) throws IOException;
}
