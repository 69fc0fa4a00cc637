package org.coverscape.engine.training;

import java.util.List;
import java.util.Map;
import org.coverscape.engine.classifier.Activation;
import org.coverscape.engine.classifier.DenseLayer;

/**
 * What training came to.
 *
 * @param layer the layer, as a head takes it
 * @param activation what makes probabilities of its sums
 * @param epochs the learning curve, empty where there is none
 * @param settings how it was trained, for people
 */
public record TrainedLayer(
    DenseLayer layer, Activation activation, List<Epoch> epochs, Map<String, String> settings) {
  /** Takes copies. */
  public TrainedLayer {
    epochs = List.copyOf(epochs);
    settings = Map.copyOf(settings);
  }
}
