package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * Reads scores of whole chips: six in a row, or as many features as the classifier head takes. Of
 * the sizes of a row only one may be more than 1, as in [6] and [1, 1, 2048].
 */
final class ScoreReader extends AnswerReader {
  private final Optional<ClassifierHead> head;
  private final int width;

  ScoreReader(ServiceEndpoint endpoint, Optional<ClassifierHead> head) {
    super(endpoint);
    this.head = head;
    this.width = head.map(ClassifierHead::features).orElse(LandCoverClass.ALL.size());
  }

  @Override
  long length(List<Long> shape) {
    return longest(shape) == width ? width : 0;
  }

  @Override
  Answer answer(String model, List<float[]> rows) {
    return new Answer(model, rows.stream().map(this::score).toList(), List.of());
  }

  private ChipAnswer score(float[] row) {
    try {
      return ChipAnswer.of(head.isPresent() ? head.get().apply(row) : ClassScores.of(row));
    } catch (IllegalArgumentException e) {
      throw fault(head.isPresent() ? "features that are no numbers" : "scores that are no numbers");
    }
  }

  @Override
  String wanted() {
    return head.isPresent()
        ? "not with the "
            + width
            + " features that the classifier head takes; name the head that was trained for it."
        : "not with six class scores; name a service that classifies land cover, or the"
            + " classifier of its features (head).";
  }
}
