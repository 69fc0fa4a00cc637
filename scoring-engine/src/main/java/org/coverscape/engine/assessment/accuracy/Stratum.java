package org.coverscape.engine.assessment.accuracy;

/**
 * The cells that a map says the same of.
 *
 * @param category what the map says, one of {@code Categories}
 * @param cells how many there are
 * @param hectares their ground inside the region
 * @param sampled how many of them are in the sample
 */
public record Stratum(int category, long cells, double hectares, int sampled) {
  /** Checks the numbers. */
  public Stratum {
    if (cells < 1 || sampled < 1 || sampled > cells || !(hectares > 0)) {
      throw new IllegalArgumentException(
          "A stratum has ground, cells, and a part of them sampled.");
    }
  }
}
