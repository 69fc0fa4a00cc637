package org.coverscape.engine.sample;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;

/**
 * A smooth function of the plane, computed only at the points of a lattice and interpolated between
 * them: much less work where the function is broad and the pixels are many.
 *
 * <p>Two rows of the lattice are kept, so places should be asked for row by row. The answer depends
 * on the place alone. Not thread-safe.
 */
final class CoarseField {
  private final DoubleBinaryOperator exact;
  private final double step;
  private double[] upper;
  private double[] lower;
  private int row = Integer.MIN_VALUE;

  /**
   * A field over places with x from 0 to a width.
   *
   * @param step distance of the lattice's points
   */
  CoarseField(double width, double step, DoubleBinaryOperator exact) {
    this.exact = exact;
    this.step = step;
    int columns = (int) (width / step) + 3;
    this.upper = new double[columns];
    this.lower = new double[columns];
  }

  /** The value at a place. */
  double at(double x, double y) {
    int i = (int) (x / step);
    int j = (int) Math.floor(y / step);
    if (j != row) {
      move(j);
    }
    double fx = x / step - i;
    double fy = y / step - j;
    double top = value(upper, i, j) * (1 - fx) + value(upper, i + 1, j) * fx;
    double bottom = value(lower, i, j + 1) * (1 - fx) + value(lower, i + 1, j + 1) * fx;
    return top * (1 - fy) + bottom * fy;
  }

  /** Points are computed when they are first needed; NaN marks the others. */
  private double value(double[] points, int i, int j) {
    double value = points[i];
    if (Double.isNaN(value)) {
      value = exact.applyAsDouble(i * step, j * step);
      points[i] = value;
    }
    return value;
  }

  private void move(int j) {
    double[] freed = upper;
    if (j == row + 1) {
      upper = lower;
      lower = freed;
    } else {
      Arrays.fill(upper, Double.NaN);
    }
    Arrays.fill(lower, Double.NaN);
    row = j;
  }
}
