package org.coverscape.engine.definition;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * What a map was made with, so that it can be named and repeated: chips of 224 × 224 RGB pixels of
 * 1 m, what the client does to the pixels, the network, and the classifier head on the client's
 * side. Immutable.
 *
 * @param preprocessing of pixels before they are sent
 * @param featurizer the network
 * @param head what makes scores of its features; empty where the network answers with scores
 */
public record ServiceDefinition(
    Preprocessing preprocessing, Featurizer featurizer, Optional<ClassifierHead> head) {
  /** Checks that the parts fit each other. */
  public ServiceDefinition {
    long width = featurizer.width();
    long taken = head.map(ClassifierHead::features).orElse(LandCoverClass.ALL.size());
    if (width != taken) {
      throw new IllegalArgumentException(
          head.isPresent()
              ? "Its head takes " + taken + " features, and its featurizer makes " + width + "."
              : "Its featurizer makes " + width + " numbers where six scores are needed.");
    }
  }

  /**
   * The definition of a service that was asked.
   *
   * @param spec how it is asked
   * @param model the identity that it told, with the head's where the spec has one
   * @param head the head that the spec names
   */
  public static ServiceDefinition of(
      ServiceSpec spec, String model, Optional<ClassifierHead> head) {
    String network =
        head.map(classifier -> "+head-" + classifier.fingerprint())
            .filter(model::endsWith)
            .map(end -> model.substring(0, model.length() - end.length()))
            .orElse(model);
    List<Integer> dims =
        head.map(classifier -> List.of(1, 1, classifier.features()))
            .orElseGet(() -> List.of(LandCoverClass.ALL.size()));
    Featurizer featurizer = new Featurizer(network, spec.model().name(), dims);
    return new ServiceDefinition(spec.input().preprocessing(), featurizer, head);
  }

  /** The identity of what scores under it: the network's, and the head's where there is one. */
  public String model() {
    return featurizer.model()
        + head.map(classifier -> "+head-" + classifier.fingerprint()).orElse("");
  }

  /**
   * A service asked as this definition says. What the spec sets itself stays.
   *
   * @throws IllegalArgumentException when the spec prepares pixels in another way
   */
  public ServiceSpec applied(ServiceSpec spec) {
    String name = featurizer.askedAs();
    ServiceSpec asked =
        spec.model().name().isEmpty() && !name.isEmpty()
            ? spec.withModel(choice -> choice.withModel(name, ""))
            : spec;
    Preprocessing own = spec.input().preprocessing();
    if (own.equals(preprocessing)) {
      return asked;
    }
    if (!own.equals(Preprocessing.none())) {
      throw new IllegalArgumentException(
          "The definition prepares pixels in another way than the input's mean, std, scale and"
              + " order; leave those out.");
    }
    return asked.withInput(input -> input.withPreprocessing(preprocessing));
  }
}
