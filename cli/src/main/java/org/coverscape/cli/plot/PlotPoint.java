package org.coverscape.cli.plot;

/**
 * A point of a series, in the units of the axes.
 *
 * @param x finite
 * @param y finite
 */
public record PlotPoint(double x, double y) {
  /** Checks that both are finite. */
  public PlotPoint {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("a point needs finite numbers, not " + x + ", " + y);
    }
  }
}
