package org.coverscape.service.model;

/**
 * A classifier of a network's features, which gives a service the scores that its network does not
 * have, or others than its network's own. The service does not know how it was made; who starts the
 * service brings it. Immutable, thread-safe.
 */
public interface FeatureHead {
  /** The network it was trained on, {@code name} or {@code name:version}; empty where unknown. */
  String featurizer();

  /** How many features it takes for a chip. */
  int features();

  /** Letters and digits that differ between heads that answer differently. */
  String fingerprint();

  /**
   * The scores of one chip: six, 0 to 1, in class-id order. They are sent as they are, so that a
   * client gets from them what it would get with the same head on its own side.
   *
   * @param features as many as {@link #features}
   * @throws IllegalArgumentException when there are more or fewer, or one is not a number
   */
  float[] scores(float[] features);
}
