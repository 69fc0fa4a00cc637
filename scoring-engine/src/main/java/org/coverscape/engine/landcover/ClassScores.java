package org.coverscape.engine.landcover;

import java.util.Arrays;
import java.util.Optional;

/**
 * A network's answer for one piece of ground: a probability for each class, in class-id order.
 *
 * <p>What the six leave of 1 is the probability of "none of the six". Immutable.
 */
public final class ClassScores {
  private final float[] probabilities;

  private ClassScores(float[] probabilities) {
    this.probabilities = probabilities;
  }

  /**
   * Takes the six scores of a service. Scores between 0 and 1 are used as they are, scaled down
   * only where they sum to more than 1; any others are taken as logits and go through softmax.
   *
   * @throws IllegalArgumentException when there are not six, or one is not a number
   */
  public static ClassScores of(float... scores) {
    if (scores.length != LandCoverClass.ALL.size()) {
      throw new IllegalArgumentException(
          "six class scores were expected and " + scores.length + " came");
    }
    boolean probabilities = true;
    double sum = 0;
    for (float score : scores) {
      if (!Float.isFinite(score)) {
        throw new IllegalArgumentException("a class score is not a number");
      }
      probabilities &= score >= 0 && score <= 1;
      sum += score;
    }
    if (!probabilities) {
      return new ClassScores(softmax(scores));
    }
    return new ClassScores(sum > 1 ? scaled(scores, 1 / sum) : scores.clone());
  }

  /**
   * The scores that {@link #toArray} gave, to the last bit: their sum may exceed 1 by rounding.
   *
   * @throws IllegalArgumentException when there are not six, or one is not between 0 and 1
   */
  public static ClassScores stored(float... probabilities) {
    if (probabilities.length != LandCoverClass.ALL.size()) {
      throw new IllegalArgumentException("six class scores were expected");
    }
    for (float p : probabilities) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("a stored class score is no probability");
      }
    }
    return new ClassScores(probabilities.clone());
  }

  private static float[] scaled(float[] scores, double factor) {
    float[] out = new float[scores.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (scores[i] * factor);
    }
    return out;
  }

  private static float[] softmax(float[] logits) {
    double max = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      max = Math.max(max, logit);
    }
    double sum = 0;
    double[] exp = new double[logits.length];
    for (int i = 0; i < exp.length; i++) {
      exp[i] = Math.exp(logits[i] - max);
      sum += exp[i];
    }
    float[] out = new float[exp.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (exp[i] / sum);
    }
    return out;
  }

  /** The probability of a class, 0 to 1. */
  public float of(LandCoverClass landCover) {
    return probabilities[landCover.ordinal()];
  }

  /** The probability of none of the six, 0 to 1. */
  public float none() {
    double sum = 0;
    for (float p : probabilities) {
      sum += p;
    }
    return (float) Math.max(0, 1 - sum);
  }

  /**
   * The likeliest class, the lower id on a tie; empty when none of the six is likelier than each.
   */
  public Optional<LandCoverClass> best() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      if (probabilities[i] > probabilities[best]) {
        best = i;
      }
    }
    return none() > probabilities[best]
        ? Optional.empty()
        : Optional.of(LandCoverClass.ALL.get(best));
  }

  /** The probability of the answer in percent, 1 to 100; of "none of the six" where that is it. */
  public int confidence() {
    float p = best().map(this::of).orElseGet(this::none);
    return Math.max(1, Math.min(100, Math.round(p * 100)));
  }

  /** A copy of the six probabilities in class-id order. */
  public float[] toArray() {
    return probabilities.clone();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ClassScores other && Arrays.equals(probabilities, other.probabilities);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(probabilities);
  }

  @Override
  public String toString() {
    return Arrays.toString(probabilities);
  }
}
