package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.classifier.HeadFile;
import org.coverscape.service.model.FeatureHead;

/**
 * The engine's classifier head on the service's side of the wire: one class computes on both, so
 * that the answers are the same to the last bit. Immutable.
 */
record ServedHead(ClassifierHead head) implements FeatureHead {
  /**
   * Reads a head.json.
   *
   * @throws IOException with one sentence when it cannot be read
   * @throws UserException when it holds no head
   */
  static ServedHead read(Path file) throws IOException {
    try {
      return new ServedHead(HeadFile.read(file));
    } catch (IllegalArgumentException e) {
      throw new UserException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public String featurizer() {
    return head.featurizer();
  }

  @Override
  public int features() {
    return head.features();
  }

  @Override
  public String fingerprint() {
    return head.fingerprint();
  }

  @Override
  public float[] scores(float[] features) {
    return head.probabilities(features);
  }
}
