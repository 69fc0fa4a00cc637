package org.coverscape.cli.plot;

import java.util.List;

/**
 * Points of one kind, under one name.
 *
 * @param name what the legend calls it; a series without a name belongs to the one before it, has
 *     its colour and is not in the legend
 * @param mark how it is drawn
 * @param points at least one, in the order in which a line joins them
 */
public record Series(String name, Mark mark, List<PlotPoint> points) {
  /** How a series is drawn. */
  public enum Mark {
    /** A line with a small disc on each point. */
    LINE,
    /** A thin broken line, for what is computed or only to be compared with. */
    DASHES,
    /** A diamond on each point, not joined. */
    POINTS
  }

  /** Takes a copy and checks that there is something to draw. */
  public Series {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("the series '" + name + "' has no points");
    }
  }

  /** Points joined by a line. */
  public static Series line(String name, List<PlotPoint> points) {
    return new Series(name, Mark.LINE, points);
  }

  /** Points joined by a broken line. */
  public static Series dashes(String name, List<PlotPoint> points) {
    return new Series(name, Mark.DASHES, points);
  }

  /** Points alone. */
  public static Series points(String name, List<PlotPoint> points) {
    return new Series(name, Mark.POINTS, points);
  }
}
