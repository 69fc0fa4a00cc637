package org.coverscape.cli.plot;

/**
 * One axis of a chart.
 *
 * @param label what is measured, with its unit
 * @param spacing how values are spread over its length
 */
public record Axis(String label, Spacing spacing) {
  /** How values are spread over an axis. */
  public enum Spacing {
    /** Evenly, from zero. */
    LINEAR,
    /** Each doubling the same length; positive values only. */
    DOUBLING
  }

  /** Evenly spaced from zero. */
  public static Axis linear(String label) {
    return new Axis(label, Spacing.LINEAR);
  }

  /** Each doubling the same length. */
  public static Axis doubling(String label) {
    return new Axis(label, Spacing.DOUBLING);
  }
}
