package org.coverscape.engine.picture;

/** How the values of an image are spread over the brightness of the screen. */
public enum Stretch {
  /** Values as they are. */
  NONE,
  /**
   * The 2nd percentile of each band of each image becomes black, the 98th white, and values between
   * are spread evenly.
   */
  PERCENTILE
}
