package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.List;
import org.coverscape.engine.region.PixelWindow;

/**
 * Reads pixels of one image. Not thread-safe: one reader, one thread at a time.
 *
 * <p>A fault in the file is an {@link IOException} whose message is one plain sentence.
 */
public interface RasterReader extends AutoCloseable {
  /** Opens the readers of images. */
  @FunctionalInterface
  interface Opener {
    /**
     * Opens an image's file.
     *
     * @throws IOException with one plain sentence when it cannot be opened
     */
    RasterReader open(ImageryTile tile) throws IOException;
  }

  /** Columns of the image. */
  int width();

  /** Rows of the image. */
  int height();

  /** Width of the blocks of pixels that are stored, and so best read, together. */
  int blockWidth();

  /** Height of the rows of pixels that are stored, and so best read, together. */
  int blockHeight();

  /**
   * The first three bands of a window that lies inside the image.
   *
   * @return width × height × 3 bytes, row by row from the top, red, green, blue
   * @throws IOException when any of the pixels cannot be read
   */
  byte[] readRgb(PixelWindow window) throws IOException;

  /**
   * The same into an array that may be longer.
   *
   * @param target takes width × height × 3 bytes at its front; after a fault it holds leftovers
   * @throws IOException when any of the pixels cannot be read
   */
  default void readRgb(PixelWindow window, byte[] target) throws IOException {
    byte[] pixels = readRgb(window);
    System.arraycopy(pixels, 0, target, 0, pixels.length);
  }

  /**
   * Says which windows of the full size are going to be read next, so that those of an image far
   * away are fetched meanwhile; changes nothing of what is read.
   *
   * @param windows inside the image, those that are read first at the front
   * @throws IOException when they cannot be had
   */
  default void expect(List<PixelWindow> windows) throws IOException {
    // what is at hand needs no time
  }

  /** Number of bands that {@link #read} gives: 3 (red, green, blue) or 4 (and near-infrared). */
  int bands();

  /** The sizes at which the image is stored: the full one, then its overviews, ever smaller. */
  List<RasterLevel> levels();

  /**
   * All bands of a window that lies inside a level.
   *
   * @param level number of the level among {@link #levels}
   * @return width × height × bands bytes, row by row from the top, interleaved by pixel
   * @throws IOException when any of the pixels cannot be read
   */
  byte[] read(int level, PixelWindow window) throws IOException;

  @Override
  void close() throws IOException;
}
