package org.coverscape.map;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * A length on the ground that is round in metres or kilometres, and how long it is on the screen.
 *
 * @param metres length on the ground, in the middle of the screen
 * @param pixels length on the screen
 * @param text the length for people, such as "500 m"
 */
public record ScaleBar(double metres, double pixels, String text) {
  private static final double METRES_PER_INCH = 0.0254;
  private static final MathContext THREE_FIGURES = new MathContext(3, RoundingMode.HALF_UP);

  /** The longest length of 1, 2 or 5 times a power of ten that is no longer than some pixels. */
  public static ScaleBar of(Viewport view, double maxPixels) {
    double longest = view.groundMetresPerPixel() * maxPixels;
    double ten = Math.pow(10, Math.floor(Math.log10(longest)));
    double metres = longest >= 5 * ten ? 5 * ten : longest >= 2 * ten ? 2 * ten : ten;
    return new ScaleBar(metres, metres / view.groundMetresPerPixel(), text(metres));
  }

  /**
   * The denominator of the map's scale in the middle of a screen, 8,000 for 1:8,000, to three
   * figures.
   *
   * @param dpi pixels of the viewport per inch of the screen
   */
  public static long mapScale(Viewport view, double dpi) {
    double exact = view.groundMetresPerPixel() * dpi / METRES_PER_INCH;
    return BigDecimal.valueOf(exact).round(THREE_FIGURES).longValue();
  }

  private static String text(double metres) {
    if (metres >= 1000) {
      return String.format(Locale.ROOT, "%,.0f km", metres / 1000);
    }
    return metres >= 1
        ? String.format(Locale.ROOT, "%.0f m", metres)
        : String.format(Locale.ROOT, "%.0f cm", metres * 100);
  }
}
