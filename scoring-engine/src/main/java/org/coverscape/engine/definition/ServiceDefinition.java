package org.coverscape.engine.definition;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.inference.InputSpec;
import org.coverscape.engine.inference.ModelChoice;
import org.coverscape.engine.inference.Preprocessing;
import org.coverscape.engine.inference.ServiceSpec;
import org.coverscape.engine.landcover.LandCoverClass;

/**
 * What a map was made with, so that it can be named and repeated: chips of 224 × 224 RGB pixels of
 * 1 m, what the client does to the pixels, the network, and the classifier head on the client's
 * side. Immutable.
 *
 * @param preprocessing of pixels before they are sent
 * @param lossy whether chips are sent as JPEG files, which changes answers a little
 * @param featurizer the network
 * @param head what makes scores of its features; empty where the network answers with scores
 */
public record ServiceDefinition(
    Preprocessing preprocessing,
    boolean lossy,
    Featurizer featurizer,
    Optional<ClassifierHead> head) {
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
    if (lossy && !preprocessing.equals(Preprocessing.none())) {
      throw new IllegalArgumentException(
          "It prepares pixels and sends JPEG files, which exclude each other.");
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
    ModelChoice asked = spec.model();
    return new ServiceDefinition(
        spec.input().preprocessing(),
        spec.input().encoding() == InputSpec.Encoding.JPEG,
        new Featurizer(network, asked.name(), asked.output(), dims),
        head);
  }

  /** The identity of what scores under it: the network's, and the head's where there is one. */
  public String model() {
    return featurizer.model()
        + head.map(classifier -> "+head-" + classifier.fingerprint()).orElse("");
  }

  /**
   * A service asked as this definition says. What the spec sets itself stays.
   *
   * @throws IllegalArgumentException when the spec prepares or packs pixels in another way
   */
  public ServiceSpec applied(ServiceSpec spec) {
    return spec.withModel(this::asked).withInput(this::packed).withInput(this::prepared);
  }

  private ModelChoice asked(ModelChoice choice) {
    ModelChoice named =
        choice.name().isEmpty() && !featurizer.askedAs().isEmpty()
            ? choice.withModel(featurizer.askedAs(), "")
            : choice;
    return choice.output().isEmpty() && !featurizer.output().isEmpty()
        ? named.withOutput(featurizer.output())
        : named;
  }

  /** Lossless forms are one; which one is the spec's business. */
  private InputSpec packed(InputSpec input) {
    boolean jpeg = input.encoding() == InputSpec.Encoding.JPEG;
    if (jpeg == lossy) {
      return input;
    }
    if (input.encoding() == InputSpec.Encoding.AUTO) {
      return input.withEncoding(InputSpec.Encoding.JPEG);
    }
    throw new IllegalArgumentException(
        lossy
            ? "The definition sends chips as JPEG files; leave the input's encoding out."
            : "The definition sends chips as they are; leave the input's encoding jpeg out.");
  }

  private InputSpec prepared(InputSpec input) {
    Preprocessing own = input.preprocessing();
    if (own.equals(preprocessing)) {
      return input;
    }
    if (!own.equals(Preprocessing.none())) {
      throw new IllegalArgumentException(
          "The definition prepares pixels in another way than the input's mean, std, scale and"
              + " order; leave those out.");
    }
    return input.withPreprocessing(preprocessing);
  }
}
