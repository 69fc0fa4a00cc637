package org.coverscape.app.view;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.coverscape.app.model.LegendRow;

/** The sign of a line of the legend that has no colour of its own to choose. */
final class Swatch extends Canvas {
  private static final double SIZE = 16;
  private static final double STEP = 4;

  private final LegendRow.Kind kind;

  Swatch(LegendRow.Kind kind) {
    super(SIZE, SIZE);
    this.kind = kind;
  }

  /** Draws the sign as the overlay shows such cells. */
  void show(int rgb) {
    GraphicsContext g = getGraphicsContext2D();
    g.clearRect(0, 0, SIZE, SIZE);
    Color colour = color(rgb);
    g.setFill(colour.deriveColor(0, 1, 1, kind == LegendRow.Kind.PENDING ? 0.15 : 0.35));
    g.fillRect(0, 0, SIZE, SIZE);
    g.setFill(colour);
    g.setStroke(colour);
    if (kind == LegendRow.Kind.UNCLASSIFIED) {
      for (double x = STEP / 2; x < SIZE; x += STEP) {
        for (double y = STEP / 2; y < SIZE; y += STEP) {
          g.fillRect(x - 0.75, y - 0.75, 1.5, 1.5);
        }
      }
    } else if (kind == LegendRow.Kind.NOT_SCORED) {
      for (double x = -SIZE; x < SIZE; x += STEP) {
        g.strokeLine(x, SIZE, x + SIZE, 0);
      }
    }
    g.strokeRect(0.5, 0.5, SIZE - 1, SIZE - 1);
  }

  static Color color(int rgb) {
    return Color.rgb(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
  }

  static int rgb(Color color) {
    return (int) Math.round(color.getRed() * 255) << 16
        | (int) Math.round(color.getGreen() * 255) << 8
        | (int) Math.round(color.getBlue() * 255);
  }
}
