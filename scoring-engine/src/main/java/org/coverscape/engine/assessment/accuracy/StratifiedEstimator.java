package org.coverscape.engine.assessment.accuracy;

import java.util.Optional;

/**
 * Accuracy and area from a stratified random sample whose strata are the classes of the map, after
 * P. Olofsson, G. M. Foody, M. Herold, S. V. Stehman, C. E. Woodcock and M. A. Wulder, "Good
 * practices for estimating area and assessing accuracy of land change", Remote Sensing of
 * Environment 148 (2014), equations 1 to 11.
 *
 * <p>Row i is what the map says, column j what is there; W is a stratum's share of the ground, n
 * its sample. A label counts by the ground that it stands for: n_ij / n_i of the paper is w_ij /
 * w_i here, w being sums of that ground, and its variance that of such a ratio, n_i / (n_i − 1) · Σ
 * (w · (d − p))² / w_i² with d 1 or 0 for each label (W. G. Cochran, "Sampling Techniques", 1977,
 * eq. 6.13). Where all labels stand for the same ground both are the paper's own. Figures that
 * would divide by nothing are empty. No correction for small populations is made, as in the paper,
 * so that intervals are rather too wide. Immutable.
 */
public final class StratifiedEstimator {
  private final double[] weights;
  private final LabelSums labels;

  /**
   * Takes a sample.
   *
   * @param weights each stratum's share of the ground; they add up to 1, those without ground are 0
   * @param labels by stratum and by class; not changed any more
   */
  public StratifiedEstimator(double[] weights, LabelSums labels) {
    this.weights = weights.clone();
    this.labels = labels;
    if (labels.classes() != weights.length) {
      throw new IllegalArgumentException("Each stratum has a row of labels.");
    }
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && labels.count(i) == 0) {
        throw new IllegalArgumentException("A stratum with ground needs a sample.");
      }
    }
  }

  /** The share of the ground of stratum i that is of class j: W_i w_ij / w_i (eq. 4). */
  public double share(int i, int j) {
    return weights[i] * within(i, j);
  }

  /** w_ij / w_i. */
  private double within(int i, int j) {
    return labels.count(i) == 0 ? 0 : labels.weight(i, j) / labels.weight(i);
  }

  /** p (1 − p) / (n − 1) where all stand for the same; 0 where one label is all there can be. */
  private double variance(int i, int j) {
    long n = labels.count(i);
    if (n < 2) {
      return 0;
    }
    double p = within(i, j);
    double so = labels.square(i, j);
    double spread = so * (1 - p) * (1 - p) + (labels.square(i) - so) * p * p;
    return n / (n - 1.0) * spread / (labels.weight(i) * labels.weight(i));
  }

  /** The share of the ground that the map has right (eqs. 1 and 5). */
  public Estimate overall() {
    double value = 0;
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      value += share(i, i);
      variance += weights[i] * weights[i] * variance(i, i);
    }
    return new Estimate(value, Math.sqrt(variance));
  }

  /** Of the ground mapped so, the share that is so (eqs. 2 and 6). */
  public Optional<Estimate> users(int i) {
    return labels.count(i) == 0
        ? Optional.empty()
        : Optional.of(new Estimate(within(i, i), Math.sqrt(variance(i, i))));
  }

  /** Of the ground that is so, the share that is mapped so (eqs. 3 and 7). */
  public Optional<Estimate> producers(int j) {
    double ground = area(j).value();
    if (ground == 0) {
      return Optional.empty();
    }
    double value = share(j, j) / ground;
    double own = weights[j] * (1 - value);
    double variance = own * own * variance(j, j);
    for (int i = 0; i < weights.length; i++) {
      if (i != j) {
        variance += value * value * weights[i] * weights[i] * variance(i, j);
      }
    }
    return Optional.of(new Estimate(value, Math.sqrt(variance) / ground));
  }

  /** The share of the ground that is of a class, freed from the map's errors (eqs. 9 and 10). */
  public Estimate area(int j) {
    double value = 0;
    double variance = 0;
    for (int i = 0; i < weights.length; i++) {
      value += share(i, j);
      variance += weights[i] * weights[i] * variance(i, j);
    }
    return new Estimate(value, Math.sqrt(variance));
  }
}
