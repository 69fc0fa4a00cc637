package org.coverscape.engine.training;

import java.util.Arrays;

/**
 * Brings features to mean 0 and deviation 1, as seen on the training chips; sums are kept in
 * double, in the order of the rows. A feature that never changes is left with deviation 1.
 */
public final class Standardizer {
  private static final double LEAST_DEVIATION = 1e-6;

  private final float[] mean;
  private final float[] std;

  private Standardizer(float[] mean, float[] std) {
    this.mean = mean;
    this.std = std;
  }

  /** Leaves features as they are. */
  static Standardizer none(int width) {
    float[] ones = new float[width];
    Arrays.fill(ones, 1);
    return new Standardizer(new float[width], ones);
  }

  /** Learns from rows, read twice. */
  public static Standardizer of(FeatureRows rows) {
    int width = rows.width();
    double[] sum = new double[width];
    float[] row = new float[width];
    for (int r = 0; r < rows.count(); r++) {
      rows.copy(r, row);
      for (int f = 0; f < width; f++) {
        sum[f] += row[f];
      }
    }
    float[] mean = new float[width];
    for (int f = 0; f < width; f++) {
      mean[f] = (float) (sum[f] / rows.count());
    }
    return new Standardizer(mean, deviations(rows, mean));
  }

  private static float[] deviations(FeatureRows rows, float[] mean) {
    int width = mean.length;
    double[] squares = new double[width];
    float[] row = new float[width];
    for (int r = 0; r < rows.count(); r++) {
      rows.copy(r, row);
      for (int f = 0; f < width; f++) {
        double off = (double) row[f] - mean[f];
        squares[f] += off * off;
      }
    }
    float[] std = new float[width];
    for (int f = 0; f < width; f++) {
      double deviation = Math.sqrt(squares[f] / rows.count());
      boolean flat = deviation <= LEAST_DEVIATION * Math.max(1, Math.abs(mean[f]));
      std[f] = flat ? 1 : (float) deviation;
    }
    return std;
  }

  /** Changes a row in place. */
  public void apply(float[] row) {
    for (int f = 0; f < row.length; f++) {
      row[f] = (row[f] - mean[f]) / std[f];
    }
  }

  /** A copy of what is subtracted. */
  public float[] mean() {
    return mean.clone();
  }

  /** A copy of what features are divided by. */
  public float[] std() {
    return std.clone();
  }
}
