package org.coverscape.engine.assessment;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Counts of reference against map over the same categories: a row for each category of the
 * reference, a column for each of the map.
 *
 * <p>Figures are shares of 0 to 1, and empty where they would divide by nothing. User's and
 * producer's figures as in R. G. Congalton, "A review of assessing the accuracy of classifications
 * of remotely sensed data", Remote Sensing of Environment 37 (1991); kappa after J. Cohen, "A
 * coefficient of agreement for nominal scales" (1960). Immutable.
 */
public final class AgreementMatrix {
  private final long[][] counts;

  /** A square matrix; rows are the reference's categories. */
  public AgreementMatrix(long[][] counts) {
    this.counts = Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    if (Arrays.stream(counts).anyMatch(row -> row.length != counts.length)) {
      throw new IllegalArgumentException("A matrix of agreement has as many rows as columns.");
    }
  }

  /** Number of categories. */
  public int size() {
    return counts.length;
  }

  /** A count. */
  public long count(int reference, int map) {
    return counts[reference][map];
  }

  /** All of a category in the reference. */
  public long referenceTotal(int category) {
    return Arrays.stream(counts[category]).sum();
  }

  /** All of a category in the map. */
  public long mapTotal(int category) {
    return Arrays.stream(counts).mapToLong(row -> row[category]).sum();
  }

  /** All that were counted. */
  public long total() {
    return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
  }

  /** Those on which both say the same. */
  public long agreeing() {
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i][i];
    }
    return sum;
  }

  /** The share on which both say the same. */
  public OptionalDouble overall() {
    return ratio(agreeing(), total());
  }

  /** Of what the map calls so, the share that the reference calls so too. */
  public OptionalDouble users(int category) {
    return ratio(counts[category][category], mapTotal(category));
  }

  /** Of what the reference calls so, the share that the map calls so too. */
  public OptionalDouble producers(int category) {
    return ratio(counts[category][category], referenceTotal(category));
  }

  /** Agreement beyond what the two totals alone would bring about: (po − pe) / (1 − pe). */
  public OptionalDouble kappa() {
    double total = total();
    double expected = 0;
    for (int i = 0; i < counts.length; i++) {
      expected += referenceTotal(i) / total * (mapTotal(i) / total);
    }
    // one category on both sides leaves nothing to chance
    return total == 0 || 1 - expected < 1e-12
        ? OptionalDouble.empty()
        : OptionalDouble.of((agreeing() / total - expected) / (1 - expected));
  }

  /** The first categories alone, without the rows and columns of the others. */
  public AgreementMatrix first(int categories) {
    return new AgreementMatrix(
        Arrays.stream(counts, 0, categories)
            .map(row -> Arrays.copyOf(row, categories))
            .toArray(long[][]::new));
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
