package org.coverscape.engine.inference;

import org.coverscape.engine.chip.Chip;

/**
 * Takes the features that services compute, before the chip's outcome is handed over. A chip that
 * was sent twice may come twice, with the same numbers. Implementations are thread-safe and do not
 * block.
 */
@FunctionalInterface
public interface FeatureListener {
  /**
   * The features of a chip.
   *
   * @param features finite numbers, as many for every chip of a model; the listener's to keep
   */
  void features(Chip chip, float[] features);
}
