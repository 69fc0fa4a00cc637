package org.coverscape.engine.assessment.accuracy;

import java.util.Arrays;
import java.util.Optional;

/**
 * Accuracy and area from a stratified random sample whose strata are the classes of the map, after
 * P. Olofsson, G. M. Foody, M. Herold, S. V. Stehman, C. E. Woodcock and M. A. Wulder, "Good
 * practices for estimating area and assessing accuracy of land change", Remote Sensing of
 * Environment 148 (2014), equations 1 to 11.
 *
 * <p>Row i is what the map says, column j what is there; W is a stratum's share of the ground, n
 * its sample. Figures that would divide by nothing are empty. No correction for small populations
 * is made, as in the paper, so that intervals are rather too wide. Immutable.
 */
public final class StratifiedEstimator {
  private final double[] weights;
  private final long[][] counts;
  private final long[] samples;

  /**
   * Takes a sample.
   *
   * @param weights each stratum's share of the ground; they add up to 1, those without ground are 0
   * @param counts labels by stratum and by class, as many columns as rows
   */
  public StratifiedEstimator(double[] weights, long[][] counts) {
    this.weights = weights.clone();
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    samples = Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && samples[i] == 0 || counts[i].length != weights.length) {
        throw new IllegalArgumentException("A stratum with ground needs a sample.");
      }
    }
  }

  /** The share of the ground of stratum i that is of class j: W_i n_ij / n_i (eq. 4). */
  public double share(int i, int j) {
    return weights[i] * within(i, j);
  }

  /** n_ij / n_i. */
  private double within(int i, int j) {
    return samples[i] == 0 ? 0 : (double) counts[i][j] / samples[i];
  }

  /** p (1 − p) / (n − 1), nothing where one label is all there can be. */
  private double variance(int i, int j) {
    double p = within(i, j);
    return p * (1 - p) / Math.max(1, samples[i] - 1);
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
    return samples[i] == 0
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
