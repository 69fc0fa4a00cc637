package org.coverscape.engine.evaluation;

import java.util.List;
import java.util.Map;
import org.coverscape.engine.analysis.ConfusionMatrix;

/**
 * What came of an evaluation.
 *
 * @param matrix truth against answer for every image that was answered
 * @param answers the same, image by image, in the order of their files
 * @param ignored images in folders without a class
 * @param failed images that could not be read or got no answer, with one sentence each, by file
 */
public record Evaluation(
    ConfusionMatrix matrix, List<AnsweredImage> answers, int ignored, Map<String, String> failed) {
  /** Takes copies. */
  public Evaluation {
    answers = List.copyOf(answers);
    failed = Map.copyOf(failed);
  }
}
