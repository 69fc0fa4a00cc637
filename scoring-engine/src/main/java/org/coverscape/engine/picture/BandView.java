package org.coverscape.engine.picture;

/** Which bands of an image are shown as red, green and blue. */
public enum BandView {
  /** Red, green and blue as they are. */
  TRUE_COLOUR,
  /**
   * Near-infrared, red and green: growing plants are red. An image without a fourth band is shown
   * in true colour.
   */
  COLOUR_INFRARED;

  /**
   * Numbers of the bands, from 0, that are shown as red, green and blue.
   *
   * @param bands bands of the image; a fourth is near-infrared, whatever its file calls it
   */
  int[] bandsOf(int bands) {
    return this == COLOUR_INFRARED && bands > 3 ? new int[] {3, 0, 1} : new int[] {0, 1, 2};
  }
}
