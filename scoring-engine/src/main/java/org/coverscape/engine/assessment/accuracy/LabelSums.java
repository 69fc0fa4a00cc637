package org.coverscape.engine.assessment.accuracy;

import java.util.Arrays;

/**
 * The labels of a sample, summed up by what the map says (row) and by what is there (column). Not
 * thread-safe.
 */
public final class LabelSums {
  private final long[][] counts;
  private final double[][] weights;
  private final double[][] squares;

  /** Nothing yet of so many classes. */
  public LabelSums(int classes) {
    counts = new long[classes][classes];
    weights = new double[classes][classes];
    squares = new double[classes][classes];
  }

  /**
   * Labels that all stand for the same ground.
   *
   * @param counts labels by row and by column, as many of both
   */
  public static LabelSums equal(long[][] counts) {
    LabelSums sums = new LabelSums(counts.length);
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        sums.counts[i][j] = counts[i][j];
        sums.weights[i][j] = counts[i][j];
        sums.squares[i][j] = counts[i][j];
      }
    }
    return sums;
  }

  /** Adds a label that stands for some ground, in any unit. */
  void add(int row, int column, double weight) {
    counts[row][column]++;
    weights[row][column] += weight;
    squares[row][column] += weight * weight;
  }

  int classes() {
    return counts.length;
  }

  /** How many labels there are, by row and by column. */
  public long[][] counts() {
    return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
  }

  /** Labels of a row. */
  long count(int row) {
    return Arrays.stream(counts[row]).sum();
  }

  /** Their ground in one column, w_ij. */
  double weight(int row, int column) {
    return weights[row][column];
  }

  /** Their ground in all columns, w_i. */
  double weight(int row) {
    return Arrays.stream(weights[row]).sum();
  }

  /** The squares of their ground in one column. */
  double square(int row, int column) {
    return squares[row][column];
  }

  /** The squares of their ground in all columns. */
  double square(int row) {
    return Arrays.stream(squares[row]).sum();
  }
}
