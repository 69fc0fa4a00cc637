package org.coverscape.cli.classical;

import org.coverscape.engine.training.Standardizer;
import org.coverscape.engine.training.TrainingData;

/**
 * Finds the factor that makes probabilities of a layer's sums: temperature scaling (Guo, Pleiss,
 * Sun and Weinberger, 2017) over a grid of quarter octaves.
 */
final class Scale {
  private static final int REACH = 24;

  private Scale() {}

  /**
   * The factor with the least cross entropy on chips that training did not learn from; 1 where
   * there are none.
   *
   * @param layer weights row by row, the bias behind them
   */
  static double best(
      float[] layer, int classes, Standardizer standardizer, TrainingData validation) {
    double[][] sums = new double[validation.size()][];
    float[] row = new float[validation.features().width()];
    for (int i = 0; i < sums.length; i++) {
      validation.features().copy(i, row);
      standardizer.apply(row);
      sums[i] = sums(layer, classes, row);
    }
    double best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (int step = -REACH; step <= REACH && sums.length > 0; step++) {
      double factor = Math.pow(2, step / 4.0);
      double loss = loss(sums, factor, validation.targets());
      if (loss < least) {
        least = loss;
        best = factor;
      }
    }
    return best;
  }

  private static double[] sums(float[] layer, int classes, float... row) {
    double[] sums = new double[classes];
    for (int c = 0; c < classes; c++) {
      sums[c] = layer[row.length * classes + c];
      for (int f = 0; f < row.length; f++) {
        sums[c] += (double) row[f] * layer[f * classes + c];
      }
    }
    return sums;
  }

  private static double loss(double[][] sums, double factor, int... targets) {
    double loss = 0;
    for (int i = 0; i < sums.length; i++) {
      double max = Double.NEGATIVE_INFINITY;
      for (double sum : sums[i]) {
        max = Math.max(max, sum * factor);
      }
      double total = 0;
      for (double sum : sums[i]) {
        total += Math.exp(sum * factor - max);
      }
      loss += Math.log(total) - (sums[i][targets[i]] * factor - max);
    }
    return loss;
  }
}
