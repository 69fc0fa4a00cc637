package org.coverscape.cli.plot;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Comparator;
import java.util.List;

/** Finds the place at a plot's edge where a legend hides the least. */
final class LegendPlace {
  private static final int GAP = 14;
  private static final int STEPS = 24;

  private LegendPlace() {}

  /**
   * The upper left corner of the place for a legend of a size in pixels; the first of equally good
   * places.
   */
  static Point2D of(LineChart chart, int width, int height) {
    int left = ChartFrame.LEFT + GAP;
    int right = ChartFrame.RIGHT - GAP - width;
    int top = ChartFrame.TOP + GAP;
    int bottom = ChartFrame.BOTTOM - GAP - height;
    List<Point2D> places =
        List.of(
            new Point2D.Double(right, bottom),
            new Point2D.Double(left, top),
            new Point2D.Double(right, top),
            new Point2D.Double(left, bottom),
            new Point2D.Double((left + right) / 2.0, top),
            new Point2D.Double((left + right) / 2.0, bottom));
    ChartFrame frame = new ChartFrame(chart);
    return places.stream()
        .min(
            Comparator.comparingInt(
                c ->
                    hidden(
                        chart, frame, new Rectangle2D.Double(c.getX(), c.getY(), width, height))))
        .orElseThrow();
  }

  /** How many places of the lines lie under a legend, each stretch looked at in some steps. */
  private static int hidden(LineChart chart, ChartFrame frame, Rectangle2D legend) {
    int hidden = 0;
    for (Series series : chart.series()) {
      List<Point2D> points = series.points().stream().map(frame::place).toList();
      for (int i = 0; i < points.size(); i++) {
        Point2D to = points.get(i);
        Point2D from = i == 0 || series.mark() == Series.Mark.POINTS ? to : points.get(i - 1);
        for (int step = 1; step <= STEPS; step++) {
          double part = step / (double) STEPS;
          hidden +=
              legend.contains(
                      from.getX() + part * (to.getX() - from.getX()),
                      from.getY() + part * (to.getY() - from.getY()))
                  ? 1
                  : 0;
        }
      }
    }
    return hidden;
  }
}
