package org.coverscape.cli.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Draws charts, 1200 × 800 pixels each; the same chart always gives the same pixels. */
public final class ChartPainter {
  /** Told apart by most colour-blind readers: Okabe and Ito, "Color Universal Design", 2008. */
  private static final List<Color> COLOURS =
      List.of(
          new Color(0x00, 0x72, 0xB2),
          new Color(0xD5, 0x5E, 0x00),
          new Color(0x00, 0x9E, 0x73),
          new Color(0xCC, 0x79, 0xA7),
          new Color(0xE6, 0x9F, 0x00),
          new Color(0x56, 0xB4, 0xE9),
          new Color(0x66, 0x66, 0x66),
          new Color(0x22, 0x2B, 0x33));

  private static final BasicStroke SOLID =
      new BasicStroke(3, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke BROKEN =
      new BasicStroke(
          2.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {10, 7}, 0);
  private static final Font LEGEND = new Font(Font.SANS_SERIF, Font.PLAIN, 18);
  private static final int LEGEND_ROW = 28;
  private static final int LEGEND_MARK = 44;

  private ChartPainter() {}

  /** The chart as a picture. */
  public static BufferedImage paint(LineChart chart) {
    BufferedImage image =
        new BufferedImage(ChartFrame.WIDTH, ChartFrame.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    try {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      ChartFrame frame = new ChartFrame(chart);
      frame.paint(g);
      int named = -1;
      for (Series series : chart.series()) {
        named += series.name().isEmpty() ? 0 : 1;
        g.setColor(COLOURS.get(named));
        paint(g, series.mark(), series.points().stream().map(frame::place).toList());
      }
      paintLegend(g, chart);
    } finally {
      g.dispose();
    }
    return image;
  }

  private static void paint(Graphics2D g, Series.Mark mark, List<Point2D> points) {
    if (mark != Series.Mark.POINTS) {
      Path2D path = new Path2D.Double();
      path.moveTo(points.get(0).getX(), points.get(0).getY());
      points.forEach(p -> path.lineTo(p.getX(), p.getY()));
      g.setStroke(mark == Series.Mark.LINE ? SOLID : BROKEN);
      g.draw(path);
    }
    for (Point2D point : points) {
      if (mark == Series.Mark.LINE) {
        g.fill(new Ellipse2D.Double(point.getX() - 5, point.getY() - 5, 10, 10));
      } else if (mark == Series.Mark.POINTS) {
        paintDiamond(g, point);
      }
    }
  }

  private static void paintDiamond(Graphics2D g, Point2D at) {
    Path2D diamond = new Path2D.Double();
    diamond.moveTo(at.getX(), at.getY() - 11);
    diamond.lineTo(at.getX() + 11, at.getY());
    diamond.lineTo(at.getX(), at.getY() + 11);
    diamond.lineTo(at.getX() - 11, at.getY());
    diamond.closePath();
    g.fill(diamond);
  }

  /** Where it hides the least. */
  private static void paintLegend(Graphics2D g, LineChart chart) {
    g.setFont(LEGEND);
    List<Series> named = chart.series().stream().filter(s -> !s.name().isEmpty()).toList();
    int text =
        named.stream().mapToInt(s -> g.getFontMetrics().stringWidth(s.name())).max().orElse(0);
    int width = LEGEND_MARK + text + 38;
    int height = named.size() * LEGEND_ROW + 16;
    Point2D corner = LegendPlace.of(chart, width, height);
    int left = (int) corner.getX();
    int top = (int) corner.getY();
    g.setColor(new Color(255, 255, 255, 225));
    g.fillRect(left, top, width, height);
    for (int i = 0; i < named.size(); i++) {
      Series series = named.get(i);
      int y = top + 8 + LEGEND_ROW * i + LEGEND_ROW / 2;
      g.setColor(COLOURS.get(i));
      paint(g, series.mark(), sample(series.mark(), left + 14, y));
      g.setColor(ChartFrame.INK);
      g.drawString(series.name(), left + 14 + LEGEND_MARK + 12, y + 6);
    }
  }

  private static List<Point2D> sample(Series.Mark mark, int left, int y) {
    Point2D middle = new Point2D.Double(left + LEGEND_MARK / 2.0, y);
    return mark == Series.Mark.POINTS
        ? List.of(middle)
        : List.of(new Point2D.Double(left, y), new Point2D.Double(left + LEGEND_MARK, y));
  }
}
