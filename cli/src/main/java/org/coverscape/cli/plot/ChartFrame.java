package org.coverscape.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;

/** The part of a chart that holds no data: grid, ticks, labels, title. In pixels. */
final class ChartFrame {
  /** Width of the picture. */
  static final int WIDTH = 1200;

  /** Height of the picture. */
  static final int HEIGHT = 800;

  /** The plot's edges. */
  static final int LEFT = 120;

  static final int RIGHT = WIDTH - 40;
  static final int TOP = 80;
  static final int BOTTOM = HEIGHT - 90;

  static final Color INK = new Color(0x22, 0x2B, 0x33);
  private static final Color GRID = new Color(0xE1, 0xE6, 0xEA);
  private static final Color FAINT_INK = new Color(0x55, 0x60, 0x6A);
  private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 24);
  private static final Font LABEL = new Font(Font.SANS_SERIF, Font.PLAIN, 19);
  private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 17);

  private final LineChart chart;
  private final Ticks xTicks;
  private final Ticks yTicks;

  ChartFrame(LineChart chart) {
    this.chart = chart;
    xTicks = chart.xTicks();
    yTicks = chart.yTicks();
  }

  /** Where a point lies in the picture. */
  Point2D place(PlotPoint point) {
    return new Point2D.Double(x(point.x()), y(point.y()));
  }

  private double x(double value) {
    return LEFT + xTicks.fraction(value) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - yTicks.fraction(value) * (BOTTOM - TOP);
  }

  void paint(Graphics2D g) {
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setStroke(new BasicStroke(1));
    g.setFont(TICK);
    xTicks.values().forEach(value -> paintX(g, value));
    yTicks.values().forEach(value -> paintY(g, value));
    g.setColor(INK);
    g.draw(new Line2D.Double(LEFT, BOTTOM, RIGHT, BOTTOM));
    g.draw(new Line2D.Double(LEFT, TOP, LEFT, BOTTOM));
    g.setFont(TITLE);
    g.drawString(chart.title(), LEFT, 48);
    g.setFont(LABEL);
    centred(g, chart.x().label(), (LEFT + RIGHT) / 2.0, HEIGHT - 26);
    AffineTransform upright = g.getTransform();
    g.rotate(-Math.PI / 2, 34, (TOP + BOTTOM) / 2.0);
    centred(g, chart.y().label(), 34, (TOP + BOTTOM) / 2.0);
    g.setTransform(upright);
  }

  private void paintX(Graphics2D g, double value) {
    g.setColor(GRID);
    g.draw(new Line2D.Double(x(value), TOP, x(value), BOTTOM));
    g.setColor(FAINT_INK);
    centred(g, xTicks.text(value), x(value), BOTTOM + 28);
  }

  private void paintY(Graphics2D g, double value) {
    g.setColor(GRID);
    g.draw(new Line2D.Double(LEFT, y(value), RIGHT, y(value)));
    g.setColor(FAINT_INK);
    String text = yTicks.text(value);
    int width = g.getFontMetrics().stringWidth(text);
    g.drawString(text, LEFT - 12 - width, (float) y(value) + 6);
  }

  private static void centred(Graphics2D g, String text, double x, double y) {
    int width = g.getFontMetrics().stringWidth(text);
    g.drawString(text, (float) (x - width / 2.0), (float) y);
  }
}
