package org.coverscape.engine.assessment.accuracy;

import java.util.Map;
import org.coverscape.engine.assessment.Categories;

/**
 * What a labelled sample says of a map. Immutable.
 *
 * @param design the sample
 * @param counts labels by what the map says and by what is there, in the order of the categories
 */
public record Accuracy(SampleDesign design, long[][] counts) {
  /**
   * Counts the labels of a sample.
   *
   * @param labels the category of every cell by its id
   */
  public static Accuracy of(SampleDesign design, Map<Integer, Integer> labels) {
    long[][] counts = new long[Categories.COUNT][Categories.COUNT];
    for (SampledCell cell : design.cells()) {
      Integer label = labels.get(cell.id());
      if (label == null) {
        throw new IllegalArgumentException("Cell " + cell.id() + " has no label.");
      }
      counts[cell.category()][label]++;
    }
    return new Accuracy(design, counts);
  }

  /** Ground with an answer of the map, in hectares: what all shares are of. */
  public double hectares() {
    return design.strata().stream().mapToDouble(Stratum::hectares).sum();
  }

  /** Ground that the map calls so, in hectares. */
  public double mappedHectares(int category) {
    return design.strata().stream()
        .filter(stratum -> stratum.category() == category)
        .mapToDouble(Stratum::hectares)
        .sum();
  }

  /** The figures. */
  public StratifiedEstimator estimator() {
    double all = hectares();
    return new StratifiedEstimator(
        Categories.all().stream().mapToDouble(c -> mappedHectares(c) / all).toArray(), counts);
  }
}
