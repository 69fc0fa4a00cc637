package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.region.PixelWindow;

/** Unpacks the pixels of one level of an image. Not thread-safe. */
interface LevelPixels extends AutoCloseable {
  /**
   * Unpacks a window inside the level, all of whose bytes the file holds.
   *
   * @param bands bytes wanted of each pixel, the first ones
   * @param target takes width × height × bands bytes, row by row; pixels of blocks that were never
   *     written are left as they are
   * @throws IOException when a part of them is damaged
   */
  void read(PixelWindow window, int bands, byte[] target) throws IOException;

  /**
   * The bytes of the file that {@link #read} takes for a window, as far as they are known.
   *
   * @param bands bytes wanted of each pixel, the first ones
   */
  default List<ByteRange> ranges(PixelWindow window, int bands) {
    return List.of();
  }

  @Override
  void close() throws IOException;
}
