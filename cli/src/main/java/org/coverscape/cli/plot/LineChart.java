package org.coverscape.cli.plot;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * A chart: what it shows, not how it is drawn.
 *
 * @param title one line
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 * @param series at least one, the first with a name; at most eight with names
 */
public record LineChart(String title, Axis x, Axis y, List<Series> series) {
  private static final int MOST_SERIES = 8;

  /** Takes a copy and checks the number of series. */
  public LineChart {
    series = List.copyOf(series);
    long named = series.stream().filter(s -> !s.name().isEmpty()).count();
    if (series.isEmpty() || series.get(0).name().isEmpty() || named > MOST_SERIES) {
      throw new IllegalArgumentException("a chart shows one to eight series");
    }
  }

  /** The ticks from left to right. */
  Ticks xTicks() {
    return ticks(x, PlotPoint::x);
  }

  /** The ticks from bottom to top. */
  Ticks yTicks() {
    return ticks(y, PlotPoint::y);
  }

  private Ticks ticks(Axis axis, ToDoubleFunction<PlotPoint> coordinate) {
    return Ticks.covering(
        axis.spacing(),
        values(coordinate).min().orElseThrow(),
        values(coordinate).max().orElseThrow(),
        values(coordinate).allMatch(value -> value == Math.rint(value)));
  }

  private DoubleStream values(ToDoubleFunction<PlotPoint> coordinate) {
    return series.stream().flatMap(s -> s.points().stream()).mapToDouble(coordinate);
  }
}
