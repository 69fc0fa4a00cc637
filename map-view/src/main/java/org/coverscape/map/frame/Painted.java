package org.coverscape.map.frame;

/** What came of painting a frame. */
public enum Painted {
  /** There is nothing to see. */
  BLANK,
  /** The picture is finished. */
  STILL,
  /** The picture changes by itself and is to be painted again shortly. */
  MOVING
}
