package org.coverscape.service.model;

import java.util.Arrays;
import java.util.List;

/**
 * What a network's scores are, and how six probabilities come of them. A seventh column is none of
 * the six: it takes its share and is left out, because it is what the others leave of 1.
 */
enum ScoreForm {
  /** Between 0 and 1: used as they are. */
  PROBABILITIES {
    @Override
    float[] six(float[] row) {
      return row.length == OnnxSignature.CLASSES ? row : Arrays.copyOf(row, OnnxSignature.CLASSES);
    }
  },
  /** Any numbers: they go through softmax. */
  LOGITS {
    @Override
    float[] six(float[] row) {
      double max = Double.NEGATIVE_INFINITY;
      for (float logit : row) {
        max = Math.max(max, logit);
      }
      double total = 0;
      for (float logit : row) {
        total += StrictMath.exp(logit - max);
      }
      float[] six = new float[OnnxSignature.CLASSES];
      for (int i = 0; i < six.length; i++) {
        six[i] = (float) (StrictMath.exp(row[i] - max) / total);
      }
      return six;
    }
  };

  /** The form of a network, seen from some of its answers: one number outside 0 to 1 tells. */
  static ScoreForm of(List<float[]> rows) {
    for (float[] row : rows) {
      for (float score : row) {
        if (score < -1e-4f || score > 1 + 1e-4f) {
          return LOGITS;
        }
      }
    }
    return PROBABILITIES;
  }

  /** Whether numbers in sixes are all probabilities, and no six of them more than 1. */
  static boolean areShares(List<float[]> rows) {
    for (float[] row : rows) {
      for (int from = 0; from < row.length; from += OnnxSignature.CLASSES) {
        float[] six = Arrays.copyOfRange(row, from, from + OnnxSignature.CLASSES);
        double sum = 0;
        for (float score : six) {
          sum += score;
        }
        if (sum > 1 + 1e-3 || of(List.of(six)) != PROBABILITIES) {
          return false;
        }
      }
    }
    return true;
  }

  /** Six scores of a row of six or seven. */
  abstract float[] six(float[] row);
}
