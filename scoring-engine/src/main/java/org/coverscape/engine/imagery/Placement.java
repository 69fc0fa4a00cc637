package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.region.PixelWindow;

/**
 * How the pixels of one image are brought to the grid.
 *
 * <p>What a pixel of the grid becomes depends on its place and the image alone, not on what is
 * painted with it. Implementations are immutable.
 */
interface Placement {
  /** The pixels of the grid the image may touch. */
  PixelWindow extent();

  /** Pixels of the image, in one direction, that make one of the grid; at least 1. */
  double reduction();

  /** What it takes to paint a part of the grid; empty where the image has nothing to show. */
  Optional<Painting> painting(PixelWindow part);

  /** One part of the grid, ready to be painted. */
  interface Painting {
    /** The pixels of the image that it takes; they may reach beyond the image. */
    PixelWindow source();

    /**
     * Paints the pixels that are still open.
     *
     * @param pixels those of {@link #source}
     * @param image the image's number on the canvas
     */
    void paint(SourcePixels pixels, Canvas canvas, int image);
  }
}
