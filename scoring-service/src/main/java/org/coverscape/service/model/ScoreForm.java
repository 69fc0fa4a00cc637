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

  /** Six scores of a row of six or seven. */
  abstract float[] six(float[] row);
}
