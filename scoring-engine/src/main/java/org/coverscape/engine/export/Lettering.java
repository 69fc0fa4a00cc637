package org.coverscape.engine.export;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws words where the machine has fonts; a machine without a screen may have none, and then
 * pictures go without words.
 */
final class Lettering {
  private static final Logger LOG = LoggerFactory.getLogger(Lettering.class);

  private final Graphics2D graphics;
  private final boolean present;

  private Lettering(Graphics2D graphics, boolean present) {
    this.graphics = graphics;
    this.present = present;
  }

  /** Tries whether words can be drawn. */
  static Lettering on(Graphics2D graphics) {
    try {
      graphics.setFont(font(Font.PLAIN, 12));
      return new Lettering(graphics, graphics.getFontMetrics().stringWidth("Land cover") > 0);
    } catch (RuntimeException | Error e) {
      // without fonts the JDK throws whatever comes first, down to a bare Error
      if (e instanceof OutOfMemoryError full) {
        throw full;
      }
      LOG.warn(
          "The preview has no words because no fonts are installed; install the package"
              + " fonts-dejavu-core to have them.");
      LOG.debug("fonts", e);
      return new Lettering(graphics, false);
    }
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** Draws words that begin at x. */
  void left(String text, int x, int y, int size, boolean bold, Color colour) {
    if (present) {
      graphics.setFont(font(bold ? Font.BOLD : Font.PLAIN, size));
      graphics.setColor(colour);
      graphics.drawString(text, x, y);
    }
  }

  /** Draws words that end at x. */
  void right(String text, int x, int y, int size, boolean bold, Color colour) {
    if (present) {
      left(text, x - width(text, size, bold), y, size, bold, colour);
    }
  }

  /** Pixels that words take; 0 where there are no fonts. */
  int width(String text, int size, boolean bold) {
    return present
        ? graphics.getFontMetrics(font(bold ? Font.BOLD : Font.PLAIN, size)).stringWidth(text)
        : 0;
  }
}
