package org.coverscape.service.model;

import java.util.Set;

/**
 * A network under a {@link FeatureHead}: its features are its own, its scores are the head's. What
 * else the network can answer is left out, because the head has no say in it. Thread-safe until
 * closed.
 */
final class HeadedModel implements ChipModel {
  private static final Set<ModelOutput> OUTPUTS = Set.of(ModelOutput.SCORES, ModelOutput.FEATURES);

  private final ChipModel network;
  private final FeatureHead head;
  private final ModelIdentity identity;

  private HeadedModel(ChipModel network, FeatureHead head) {
    this.network = network;
    this.head = head;
    this.identity = network.identity().withHead(head.fingerprint());
  }

  /**
   * Puts a head on a network, which is closed with the result, or when they do not fit.
   *
   * @throws ModelFault when the network has no features, or the head was made for others
   */
  static ChipModel of(ChipModel network, FeatureHead head) throws ModelFault {
    try {
      check(network, head);
      return new HeadedModel(network, head);
    } catch (ModelFault fault) {
      network.close();
      throw fault;
    }
  }

  private static void check(ChipModel network, FeatureHead head) throws ModelFault {
    String model = network.identity().toString();
    int width = network.width(ModelOutput.FEATURES);
    if (width == 0) {
      throw new ModelFault(
          "The network " + model + " has no features to put a head on; leave --head out.");
    }
    String trained = head.featurizer();
    if (!trained.isEmpty() && !model.equals(trained) && !model.startsWith(trained + ":")) {
      throw new ModelFault(
          "The head was trained for "
              + trained
              + ", and the network here is "
              + model
              + "; name the head that belongs to it.");
    }
    if (head.features() != width) {
      throw new ModelFault(
          "The head takes "
              + head.features()
              + " features, and the network "
              + model
              + " makes "
              + width
              + "; name the head that was trained on it.");
    }
  }

  @Override
  public ModelIdentity identity() {
    return identity;
  }

  @Override
  public int width(ModelOutput output) {
    if (output == ModelOutput.SCORES) {
      return OnnxSignature.CLASSES;
    }
    return OUTPUTS.contains(output) ? network.width(output) : 0;
  }

  @Override
  public float[] answer(byte[] pixels, ModelOutput output) throws ModelFault {
    if (output != ModelOutput.SCORES) {
      return network.answer(pixels, output);
    }
    try {
      return head.scores(network.answer(pixels, ModelOutput.FEATURES));
    } catch (IllegalArgumentException e) {
      throw new ModelFault("The head cannot use the network's features; use another one.", e);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
