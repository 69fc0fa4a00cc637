package org.coverscape.engine.assessment;

import java.util.stream.IntStream;

/**
 * Counts and sums the ground of reference pixels by their code and by what the map says there. Not
 * thread-safe.
 */
final class CodeTally {
  static final int UNSCORED = CellCategory.UNSCORED;

  private static final int CODES = 256;

  private final long[][] counts = new long[CODES][UNSCORED + 1];
  private final double[][] squareMetres = new double[CODES][UNSCORED + 1];

  /** Counts a pixel; the column is a category of the map, or {@link #UNSCORED}. */
  void add(int code, int column, double area) {
    counts[code][column]++;
    squareMetres[code][column] += area;
  }

  /** A code's ground by column. */
  CodeGround of(int code, int category) {
    return new CodeGround(code, category, counts[code], squareMetres[code]);
  }

  /** The codes that occur. */
  IntStream present() {
    return IntStream.range(0, CODES)
        .filter(code -> IntStream.range(0, UNSCORED + 1).anyMatch(c -> counts[code][c] > 0));
  }
}
