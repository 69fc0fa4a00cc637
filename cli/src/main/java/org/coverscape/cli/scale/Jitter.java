package org.coverscape.cli.scale;

import java.util.SplittableRandom;

/** How much the time of one image differs from another's: a factor whose mean is 1. */
@FunctionalInterface
interface Jitter {
  /** Every image takes the same time. */
  Jitter NONE = random -> 1;

  /** The next factor. */
  double next(SplittableRandom random);

  /**
   * Evenly spread.
   *
   * @param share 0 to 1: how far from the mean at most
   */
  static Jitter within(double share) {
    return random -> 1 + share * (2 * random.nextDouble() - 1);
  }

  /** Exponential: the textbook's case, far wilder than any device. */
  static Jitter exponential() {
    return random -> -StrictMath.log(1 - random.nextDouble());
  }
}
