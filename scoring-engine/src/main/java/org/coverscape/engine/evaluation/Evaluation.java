package org.coverscape.engine.evaluation;

import java.util.Map;
import org.coverscape.engine.analysis.ConfusionMatrix;

/**
 * What came of an evaluation.
 *
 * @param matrix truth against answer for every image that was answered
 * @param ignored images in folders without a class
 * @param failed images that could not be read or got no answer, with one sentence each, by file
 */
public record Evaluation(ConfusionMatrix matrix, int ignored, Map<String, String> failed) {
  /** Takes a copy of the map. */
  public Evaluation {
    failed = Map.copyOf(failed);
  }
}
