package org.coverscape.engine.training;

import org.coverscape.engine.classifier.Activation;

/**
 * The loss of one dense layer on chips, and its gradient. Weights lie row by row, {@code [features
 * × classes]}, the bias behind them as one more row. Not thread-safe: it keeps scratch space.
 *
 * <p>Softmax: cross entropy, {@code Σ w(t)·(−ln p(t)) ÷ n}. Sigmoid: binary cross entropy, the mean
 * over classes, as Keras has it. L2 is not part of it; see {@link #addPenalty}.
 */
final class DenseLoss {
  private static final double LEAST = 1e-7;

  private final Activation activation;
  private final int features;
  private final int classes;
  private final float[] classWeights;
  private final float[] sums;
  private int answer;

  /**
   * A loss.
   *
   * @param classWeights what a chip of each class counts
   */
  DenseLoss(Activation activation, int features, float... classWeights) {
    this.activation = activation;
    this.features = features;
    this.classes = classWeights.length;
    this.classWeights = classWeights;
    this.sums = new float[classes];
  }

  /** Numbers of a layer: weights and bias. */
  int parameters() {
    return (features + 1) * classes;
  }

  /**
   * Adds the gradient of one chip to a gradient.
   *
   * @param share what the chip counts, such as 1 ÷ n
   * @return its loss, times its share
   */
  double add(float[] layer, float[] row, int target, float share, float[] gradient) {
    double loss = forward(layer, row, target);
    float weight = share * classWeights[target];
    for (int c = 0; c < classes; c++) {
      sums[c] *= weight;
    }
    for (int f = 0; f < features; f++) {
      float x = row[f];
      int at = f * classes;
      for (int c = 0; c < classes; c++) {
        gradient[at + c] += x * sums[c];
      }
    }
    for (int c = 0; c < classes; c++) {
      gradient[features * classes + c] += sums[c];
    }
    return loss * weight;
  }

  /** The loss of one chip, by its class's weight. */
  double loss(float[] layer, float[] row, int target) {
    return forward(layer, row, target) * classWeights[target];
  }

  /** Leaves the derivatives by the sums in {@link #sums}, and returns the loss. */
  private double forward(float[] layer, float[] row, int target) {
    sum(layer, row);
    answer = 0;
    for (int c = 1; c < classes; c++) {
      answer = sums[c] > sums[answer] ? c : answer;
    }
    return activation == Activation.SOFTMAX ? softmax(target) : sigmoid(target);
  }

  private void sum(float[] layer, float[] row) {
    System.arraycopy(layer, features * classes, sums, 0, classes);
    for (int f = 0; f < features; f++) {
      float x = row[f];
      int at = f * classes;
      for (int c = 0; c < classes; c++) {
        sums[c] += x * layer[at + c];
      }
    }
  }

  private double softmax(int target) {
    double max = Double.NEGATIVE_INFINITY;
    for (float sum : sums) {
      max = Math.max(max, sum);
    }
    double total = 0;
    for (float sum : sums) {
      total += Math.exp(sum - max);
    }
    double loss = Math.log(total) - (sums[target] - max);
    for (int c = 0; c < classes; c++) {
      sums[c] = (float) (Math.exp(sums[c] - max) / total) - (c == target ? 1 : 0);
    }
    return loss;
  }

  private double sigmoid(int target) {
    double loss = 0;
    for (int c = 0; c < classes; c++) {
      double p = 1 / (1 + Math.exp(-sums[c]));
      double right = c == target ? p : 1 - p;
      loss -= Math.log(Math.max(LEAST, right)) / classes;
      sums[c] = (float) ((p - (c == target ? 1 : 0)) / classes);
    }
    return loss;
  }

  /** Adds the gradient of {@code l2 ÷ 2 · Σ weights²}; the bias is free. */
  void addPenalty(float[] layer, float l2, float[] gradient) {
    for (int i = 0; i < features * classes; i++) {
      gradient[i] += l2 * layer[i];
    }
  }

  /** The answer to the chip that was looked at last: the class with the largest sum. */
  int answer() {
    return answer;
  }
}
