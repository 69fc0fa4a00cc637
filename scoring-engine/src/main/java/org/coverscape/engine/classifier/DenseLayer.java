package org.coverscape.engine.classifier;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One dense layer over standardised features: {@code ((x − mean) ÷ std) · weights + bias}. Sums are
 * kept in double, in the order of the features, so that the same features give the same bits.
 * Immutable.
 */
public final class DenseLayer {
  private final int features;
  private final int classes;
  private final float[] weights;
  private final float[] bias;
  private final float[] mean;
  private final float[] std;

  /**
   * A layer.
   *
   * @param weights {@code [features × classes]}, row by row
   * @param bias one for each class
   * @param mean one for each feature; null for 0
   * @param std one for each feature, above 0; null for 1
   * @throws IllegalArgumentException with one sentence when sizes do not match or a number is none
   */
  public DenseLayer(
      float[] weights, float[] bias, float @Nullable [] mean, float @Nullable [] std) {
    this.classes = bias.length;
    if (classes == 0 || weights.length == 0 || weights.length % classes != 0) {
      throw new IllegalArgumentException(
          "The weights have to be a whole number of rows of " + classes + " classes.");
    }
    this.features = weights.length / classes;
    this.weights = weights.clone();
    this.bias = bias.clone();
    this.mean = perFeature("mean", mean, 0);
    this.std = perFeature("std", std, 1);
    check("weights", this.weights);
    check("bias", this.bias);
    check("mean", this.mean);
    check("std", this.std);
    for (float deviation : this.std) {
      if (deviation <= 0) {
        throw new IllegalArgumentException("The std of a feature has to be above 0.");
      }
    }
  }

  private float[] perFeature(String name, float @Nullable [] values, float otherwise) {
    if (values == null) {
      float[] same = new float[features];
      Arrays.fill(same, otherwise);
      return same;
    }
    if (values.length != features) {
      throw new IllegalArgumentException(
          "The " + name + " has " + values.length + " numbers for " + features + " features.");
    }
    return values.clone();
  }

  private static void check(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("The " + name + " hold something that is no number.");
      }
    }
  }

  /** Length of a row of features. */
  public int features() {
    return features;
  }

  /** Number of sums. */
  public int classes() {
    return classes;
  }

  /**
   * The sums for one image.
   *
   * @param row as many as {@link #features}
   * @throws IllegalArgumentException when there are more or fewer, or one is not a number
   */
  public double[] sums(float[] row) {
    if (row.length != features) {
      throw new IllegalArgumentException(
          "the head takes " + features + " features and " + row.length + " came");
    }
    double[] sums = new double[classes];
    for (int f = 0; f < features; f++) {
      double x = ((double) row[f] - mean[f]) / std[f];
      if (!Double.isFinite(x)) {
        throw new IllegalArgumentException("a feature is not a number");
      }
      for (int c = 0; c < classes; c++) {
        sums[c] += x * weights[f * classes + c];
      }
    }
    for (int c = 0; c < classes; c++) {
      sums[c] += bias[c];
    }
    return sums;
  }

  /** A copy of the weights, row by row. */
  public float[] weights() {
    return weights.clone();
  }

  /** A copy of the bias. */
  public float[] bias() {
    return bias.clone();
  }

  /** A copy of what is subtracted from features. */
  public float[] mean() {
    return mean.clone();
  }

  /** A copy of what features are divided by. */
  public float[] std() {
    return std.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof DenseLayer other
        && Arrays.equals(weights, other.weights)
        && Arrays.equals(bias, other.bias)
        && Arrays.equals(mean, other.mean)
        && Arrays.equals(std, other.std);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {Arrays.hashCode(weights), Arrays.hashCode(bias)});
  }
}
