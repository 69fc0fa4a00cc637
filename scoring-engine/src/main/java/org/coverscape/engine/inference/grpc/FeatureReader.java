package org.coverscape.engine.inference.grpc;

import java.util.Collections;
import java.util.List;
import org.coverscape.engine.inference.ServiceEndpoint;
import org.coverscape.engine.landcover.ChipAnswer;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/** Reads features as they are: rows of any length but six. Their chips have no scores. */
final class FeatureReader extends AnswerReader {
  private static final long MOST_FEATURES = 1 << 16;

  private static final ChipAnswer NO_SCORES =
      ChipAnswer.of(ClassScores.of(new float[LandCoverClass.ALL.size()]));

  FeatureReader(ServiceEndpoint endpoint) {
    super(endpoint);
  }

  @Override
  long length(List<Long> shape) {
    long found = longest(shape);
    return found > LandCoverClass.ALL.size() && found <= MOST_FEATURES ? found : 0;
  }

  @Override
  Answer answer(String model, List<float[]> rows) {
    rows.forEach(this::checkNumbers);
    return new Answer(model, Collections.nCopies(rows.size(), NO_SCORES), rows);
  }

  private void checkNumbers(float[] row) {
    for (float number : row) {
      if (!Float.isFinite(number)) {
        throw fault("features that are no numbers");
      }
    }
  }

  @Override
  String wanted() {
    return "not with the features of a network; name a service that answers with features, and"
        + " which of its results they are (output).";
  }
}
