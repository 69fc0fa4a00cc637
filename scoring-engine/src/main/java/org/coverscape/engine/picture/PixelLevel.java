package org.coverscape.engine.picture;

import org.coverscape.engine.region.PixelWindow;

/**
 * The pixels of an image at one size. Implementations are thread-safe, and equal only to
 * themselves.
 */
interface PixelLevel {
  /** Its size. */
  LevelShape shape();

  /** Whether its pixels will never change. */
  default boolean isSettled() {
    return true;
  }

  /**
   * Unpacks a window; pixels that cannot be had are NoData.
   *
   * @return width × height × bands bytes, interleaved by pixel; not to be changed
   * @throws InterruptedException when the thread is interrupted before they are read
   */
  byte[] load(PixelWindow window) throws InterruptedException;
}
