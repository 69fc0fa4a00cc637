package org.coverscape.map.draw;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;

/**
 * Draws lines that can be seen on any ground: a white casing under the colour.
 *
 * @param g draws in pixels of the view
 * @param view what is seen
 * @param accent the colour
 */
record Pen(GraphicsContext g, Viewport view, Color accent) {
  /** The colour of tools. */
  static final Color BLUE = Color.web("#0b6bcb");

  private static final double CASING = 4.5;
  private static final double LINE = 2;
  private static final double FILL = 0.14;
  private static final double INDISTINCT = 0.7;
  private static final Color WHITE = Color.gray(1, 0.9);

  /** Draws an area with its outline. */
  void polygon(SketchPolygon polygon, boolean filled) {
    g.beginPath();
    for (List<MapPoint> ring : polygon.rings()) {
      trace(ring);
      g.closePath();
    }
    if (filled) {
      g.setFillRule(FillRule.EVEN_ODD);
      g.setFill(accent.deriveColor(0, 1, 1, FILL));
      g.fill();
    }
    strokePath();
  }

  /** Draws a line. */
  void line(List<MapPoint> points) {
    if (points.size() > 1) {
      g.beginPath();
      trace(points);
      strokePath();
    }
  }

  /** Draws a corner, of a radius in pixels. */
  void dot(MapPoint point, double radius, boolean filled) {
    double x = view.screenX(point.x()) - radius;
    double y = view.screenY(point.y()) - radius;
    g.setFill(filled ? accent : Color.WHITE);
    g.setStroke(filled ? Color.WHITE : accent);
    g.setLineWidth(1.5);
    g.fillOval(x, y, 2 * radius, 2 * radius);
    g.strokeOval(x, y, 2 * radius, 2 * radius);
  }

  private void strokePath() {
    g.setLineCap(StrokeLineCap.ROUND);
    g.setLineJoin(StrokeLineJoin.ROUND);
    g.setStroke(WHITE);
    g.setLineWidth(CASING);
    g.stroke();
    g.setStroke(accent);
    g.setLineWidth(LINE);
    g.stroke();
  }

  /** Points that could not be told from the last are left out, which keeps long outlines fast. */
  private void trace(List<MapPoint> points) {
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    for (int i = 0; i < points.size(); i++) {
      double x = view.screenX(points.get(i).x());
      double y = view.screenY(points.get(i).y());
      boolean near = Math.abs(x - lastX) + Math.abs(y - lastY) < INDISTINCT;
      if (i == 0) {
        g.moveTo(x, y);
      } else if (!near || i == points.size() - 1) {
        g.lineTo(x, y);
      } else {
        continue;
      }
      lastX = x;
      lastY = y;
    }
  }
}
