package org.coverscape.engine.assessment.accuracy;

/**
 * A figure with its standard error.
 *
 * @param value the estimate
 * @param standardError its standard error, in the same unit
 */
public record Estimate(double value, double standardError) {
  /** Of the normal distribution, for 95 %. */
  private static final double Z = 1.96;

  /** Half of the 95 % interval. */
  public double margin() {
    return Z * standardError;
  }

  /** Lower end of the 95 % interval, not below 0. */
  public double lower() {
    return Math.max(0, value - margin());
  }

  /** Upper end of the 95 % interval. */
  public double upper() {
    return value + margin();
  }

  /** Upper end of the 95 % interval of a share, not above 1. */
  public double upperShare() {
    return Math.min(1, upper());
  }

  /** The same in another unit. */
  public Estimate times(double factor) {
    return new Estimate(value * factor, standardError * factor);
  }
}
