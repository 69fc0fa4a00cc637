package org.coverscape.engine.classifier;

import java.util.Locale;

/**
 * What makes probabilities of a layer's sums: to the same bits on every computer, because a head
 * may be applied on either side of the wire.
 */
public enum Activation {
  /** Probabilities of classes that exclude each other: they sum to 1. */
  SOFTMAX {
    @Override
    double[] probabilities(double[] sums) {
      double max = Double.NEGATIVE_INFINITY;
      for (double sum : sums) {
        max = Math.max(max, sum);
      }
      double[] out = new double[sums.length];
      double total = 0;
      for (int i = 0; i < out.length; i++) {
        out[i] = StrictMath.exp(sums[i] - max);
        total += out[i];
      }
      for (int i = 0; i < out.length; i++) {
        out[i] /= total;
      }
      return out;
    }
  },
  /** A probability for each class by itself. */
  SIGMOID {
    @Override
    double[] probabilities(double[] sums) {
      double[] out = new double[sums.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = 1 / (1 + StrictMath.exp(-sums[i]));
      }
      return out;
    }
  };

  /** Probabilities, 0 to 1, of sums. */
  abstract double[] probabilities(double[] sums);

  /** The name in files, lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
