package org.coverscape.engine.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.GroundShare;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * The legend of a preview: a swatch, a name, hectares, percent of the region and, for classes, of
 * the classified ground.
 */
final class PreviewLegend {
  /** Width in pixels. */
  static final int WIDTH = 400;

  /** Height in pixels. */
  static final int HEIGHT = 330;

  private static final int LINE = 30;
  private static final int SWATCH_WIDTH = 26;
  private static final int SWATCH_HEIGHT = 18;
  private static final int SIZE = 14;
  private static final int BASE = SWATCH_HEIGHT - 4;
  private static final int HECTARES_END = 208;
  private static final int REGION_END = 292;
  private static final Color INK = new Color(0x222B33);
  private static final Color PALE = new Color(0x6B7680);
  private static final Color FRAME = new Color(0, 0, 0, 60);

  /** Gives the colour of a swatch's pixels. */
  @FunctionalInterface
  private interface Fill {
    int at(int x, int y);
  }

  private final Graphics2D graphics;
  private final Lettering words;
  private final AreaReport areas;
  private final int x;
  private int y;

  PreviewLegend(Graphics2D graphics, Lettering words, AreaReport areas, int x, int y) {
    this.graphics = graphics;
    this.words = words;
    this.areas = areas;
    this.x = x;
    this.y = y;
  }

  void draw(ClassPalette palette) {
    words.right("hectares", x + HECTARES_END, y + 13, 12, false, PALE);
    words.right("% of region", x + REGION_END, y + 13, 12, false, PALE);
    words.right("% of classified", x + WIDTH, y + 13, 12, false, PALE);
    y += 24;
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      int rgb = 0xFF000000 | palette.of(landCover);
      GroundShare share = areas.of(landCover);
      String percent = number("%.1f %%", areas.percentOfClassified(share));
      words.right(percent, x + WIDTH, y + BASE, SIZE, false, INK);
      row(landCover.label(), share, (px, py) -> rgb);
    }
    row("unclassified", areas.unclassified(), (px, py) -> MapPicture.unclassified(palette, px, py));
    row("unscored", areas.unscoredTotal(), (px, py) -> MapPicture.unscored(palette, px, py));
    graphics.setColor(PALE);
    graphics.drawLine(x, y + 2, x + WIDTH, y + 2);
    y += 8;
    line("region", areas.region(), true);
  }

  private void row(String name, GroundShare share, Fill fill) {
    BufferedImage swatch =
        new BufferedImage(SWATCH_WIDTH, SWATCH_HEIGHT, BufferedImage.TYPE_INT_ARGB);
    for (int py = 0; py < SWATCH_HEIGHT; py++) {
      for (int px = 0; px < SWATCH_WIDTH; px++) {
        swatch.setRGB(px, py, fill.at(px, py));
      }
    }
    graphics.drawImage(swatch, x, y, null);
    graphics.setColor(FRAME);
    graphics.drawRect(x, y, SWATCH_WIDTH, SWATCH_HEIGHT);
    line(name, share, false);
    y += LINE;
  }

  private void line(String name, GroundShare share, boolean bold) {
    int base = y + BASE;
    words.left(name, bold ? x : x + SWATCH_WIDTH + 12, base, SIZE, bold, INK);
    words.right(number("%,.1f", share.hectares()), x + HECTARES_END, base, SIZE, bold, INK);
    words.right(
        number("%.1f %%", areas.percentOfRegion(share)), x + REGION_END, base, SIZE, bold, INK);
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
