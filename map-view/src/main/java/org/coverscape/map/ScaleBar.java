package org.coverscape.map;

/**
 * A length on the ground that is round in metres or kilometres, and how long it is on the screen.
 *
 * @param metres length on the ground, in the middle of the screen
 * @param pixels length on the screen
 * @param text the length for people, such as "500 m"
 */
public record ScaleBar(double metres, double pixels, String text) {
  /** The longest round length that is no longer than some pixels. */
  public static ScaleBar of(Viewport view, double maxPixels) {
    return new ScaleBar(view.groundMetresPerPixel() * maxPixels, maxPixels, "");
  }

  /** The denominator of the map's scale in the middle, 8,000 for 1:8,000, to three figures. */
  public static long mapScale(Viewport view, double dpi) {
    return Math.round(view.groundMetresPerPixel() * dpi / 0.0254);
  }
}
