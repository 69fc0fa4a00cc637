package org.coverscape.engine.training;

import java.util.Arrays;

/**
 * Chips to learn from or to check with: a row of features and what it shows, for each.
 *
 * @param features the rows
 * @param targets what each row shows, 0 to {@code classes} − 1
 * @param classes columns of the head: six, or seven with none
 */
public record TrainingData(FeatureRows features, int[] targets, int classes) {
  /** Checks that each row has a target. */
  public TrainingData {
    targets = targets.clone();
    if (targets.length != features.count()) {
      throw new IllegalArgumentException(
          targets.length + " targets for " + features.count() + " rows");
    }
    for (int target : targets) {
      if (target < 0 || target >= classes) {
        throw new IllegalArgumentException("no class " + target + " among " + classes);
      }
    }
  }

  /** How many chips there are. */
  public int size() {
    return targets.length;
  }

  /** How many chips show each class. */
  public int[] counts() {
    int[] counts = new int[classes];
    for (int target : targets) {
      counts[target]++;
    }
    return counts;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TrainingData other
        && features.equals(other.features)
        && Arrays.equals(targets, other.targets)
        && classes == other.classes;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(targets);
  }
}
