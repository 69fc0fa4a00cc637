package org.coverscape.cli.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an axis has its ticks, and how it carries values to its length.
 *
 * @param spacing how values are spread
 * @param values of the ticks, ascending, at least two; the first and the last are the axis' ends
 */
record Ticks(Axis.Spacing spacing, List<Double> values) {
  private static final int MOST = 9;
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  Ticks {
    values = List.copyOf(values);
  }

  /**
   * Ticks that take in all values up to the highest.
   *
   * @param whole whether only whole numbers make sense
   */
  static Ticks covering(Axis.Spacing spacing, double lowest, double highest, boolean whole) {
    return spacing == Axis.Spacing.LINEAR
        ? linear(lowest, highest, whole)
        : doubling(lowest, highest);
  }

  private static Ticks linear(double lowest, double highest, boolean whole) {
    double low = Math.min(0, lowest);
    double span = highest > low ? highest - low : 1;
    double step = whole ? Math.ceil(step(span / MOST)) : step(span / MOST);
    long first = (long) Math.floor(low / step);
    long last = Math.max(first + 1, (long) Math.ceil(highest / step - 1e-9));
    List<Double> values = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      values.add(i * step);
    }
    return new Ticks(Axis.Spacing.LINEAR, values);
  }

  /** The least round number that is not below a step. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double step : STEPS) {
      if (step * power >= least * (1 - 1e-9)) {
        return step * power;
      }
    }
    return 10 * power;
  }

  private static Ticks doubling(double lowest, double highest) {
    if (!(lowest > 0)) {
      throw new IllegalArgumentException("an axis of doublings has no place for " + lowest);
    }
    double value = Math.pow(2, Math.floor(Math.log(lowest) / Math.log(2) + 1e-9));
    List<Double> values = new ArrayList<>(List.of(value));
    while (value < highest * (1 - 1e-9) || values.size() < 2) {
      value *= 2;
      values.add(value);
    }
    return new Ticks(Axis.Spacing.DOUBLING, values);
  }

  /** Where a value lies: 0 at the first tick, 1 at the last. */
  double fraction(double value) {
    double first = place(values.get(0));
    return (place(value) - first) / (place(values.get(values.size() - 1)) - first);
  }

  private double place(double value) {
    return spacing == Axis.Spacing.LINEAR ? value : Math.log(value);
  }

  /** A tick's value as people write it: no more digits than the ticks need. */
  String text(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    String exact = String.format(Locale.ROOT, "%.4f", value);
    return exact.replaceAll("0+$", "");
  }
}
