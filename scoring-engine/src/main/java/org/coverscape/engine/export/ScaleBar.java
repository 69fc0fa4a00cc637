package org.coverscape.engine.export;

import java.awt.Color;
import java.awt.Graphics2D;

/**
 * A scale bar of a round length.
 *
 * @param pixels its length in the picture
 * @param label its length on the ground
 */
record ScaleBar(int pixels, String label) {
  private static final int LONGEST = 200;
  private static final int THICKNESS = 6;
  private static final double[] STEPS = {1, 2, 5};
  private static final Color INK = new Color(0x222B33);

  /** The longest bar of 1, 2 or 5 times a power of ten that is at most 200 pixels. */
  static ScaleBar of(double metresPerPixel) {
    double longest = LONGEST * metresPerPixel;
    double power = Math.pow(10, Math.floor(Math.log10(longest)));
    double metres = power;
    for (double step : STEPS) {
      if (step * power <= longest) {
        metres = step * power;
      }
    }
    String label = metres >= 1000 ? Math.round(metres / 1000) + " km" : Math.round(metres) + " m";
    return new ScaleBar((int) Math.round(metres / metresPerPixel), label);
  }

  void draw(Graphics2D graphics, Lettering words, int x, int y) {
    graphics.setColor(INK);
    graphics.fillRect(x, y, pixels / 2, THICKNESS);
    graphics.drawRect(x, y, pixels, THICKNESS - 1);
    words.left(label, x + pixels + 8, y + THICKNESS + 2, 12, false, INK);
  }
}
