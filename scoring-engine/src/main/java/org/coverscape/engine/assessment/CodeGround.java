package org.coverscape.engine.assessment;

import java.util.Arrays;

/**
 * The pixels of one code of a reference and what the map says of them.
 *
 * @param code the number in the reference
 * @param category what it is among the {@link Categories}; negative where it says nothing
 * @param counts pixels by category of the map, then those without an answer
 * @param squareMetres their ground, likewise
 */
public record CodeGround(int code, int category, long[] counts, double[] squareMetres) {
  /** Takes copies. */
  public CodeGround {
    counts = counts.clone();
    squareMetres = squareMetres.clone();
  }

  /** Pixels that the map says something of: classified or unclassified. */
  public long answered() {
    return pixels() - unscored();
  }

  /** All pixels. */
  public long pixels() {
    return Arrays.stream(counts).sum();
  }

  /** Pixels without an answer of the map. */
  public long unscored() {
    return counts[CodeTally.UNSCORED];
  }

  /** Ground of all pixels in hectares. */
  public double hectares() {
    return Arrays.stream(squareMetres).sum() / 10_000;
  }

  /** Ground of the pixels without an answer in hectares. */
  public double unscoredHectares() {
    return squareMetres[CodeTally.UNSCORED] / 10_000;
  }

  /** Pixels on which both say the same. */
  public long agreeing() {
    return category < 0 ? 0 : counts[category];
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CodeGround g
        && code == g.code
        && category == g.category
        && Arrays.equals(counts, g.counts)
        && Arrays.equals(squareMetres, g.squareMetres);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts) * 31 + code;
  }
}
