package org.coverscape.map.frame;

/** Paints frames. Called on one worker thread. */
@FunctionalInterface
interface FramePainter {
  /** Paints a frame into pixels that are all 0; see {@link FrameLayer#render}. */
  Painted paint(Frame frame, int[] argb);

  /** Whether there may be anything to see in a frame; otherwise it needs no pixels. */
  default boolean maySee(Frame frame) {
    return true;
  }
}
