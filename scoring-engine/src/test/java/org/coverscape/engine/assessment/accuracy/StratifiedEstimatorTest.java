package org.coverscape.engine.assessment.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class StratifiedEstimatorTest {
  /** Deforestation, forest gain, stable forest, stable non-forest: section 5 of the paper. */
  private static final double[] WEIGHTS = {0.020, 0.015, 0.320, 0.645};

  private static final long[][] LABELS = {
    {66, 0, 5, 4}, {0, 55, 8, 12}, {1, 0, 153, 11}, {2, 1, 9, 313}
  };

  /** 10 million pixels of 30 m. */
  private static final double HECTARES = 900_000;

  private static void assertFigure(double value, double margin, Estimate estimate) {
    assertEquals(value, estimate.value(), 0.005);
    assertEquals(margin, estimate.margin(), 0.005);
  }

  @Test
  void theExampleOfThePaperComesOut() {
    StratifiedEstimator estimator = new StratifiedEstimator(WEIGHTS, LABELS);
    assertFigure(0.95, 0.02, estimator.overall());
    double[][] users = {{0.88, 0.07}, {0.73, 0.10}, {0.93, 0.04}, {0.96, 0.02}};
    // values of the paper; margins by hand after its equation 7
    double[][] producers = {{0.75, 0.21}, {0.85, 0.254}, {0.93, 0.03}, {0.96, 0.018}};
    for (int i = 0; i < 4; i++) {
      assertFigure(users[i][0], users[i][1], estimator.users(i).orElseThrow());
      assertFigure(producers[i][0], producers[i][1], estimator.producers(i).orElseThrow());
    }
    assertEquals(0.0176, estimator.share(0, 0), 0.00005);
    assertEquals(0.6212, estimator.share(3, 3), 0.00005);
    double[][] areas = {{21_158, 6_158}, {11_686, 3_756}, {285_770, 15_510}, {581_386, 16_282}};
    for (int j = 0; j < 4; j++) {
      Estimate area = estimator.area(j).times(HECTARES);
      assertEquals(areas[j][0], area.value(), 1);
      assertEquals(areas[j][1], area.margin(), 1);
    }
  }

  @Test
  void standardErrorsAreTheSpreadOfManySamples() {
    double[] weights = {0.1, 0.3, 0.6};
    double[][] truth = {{0.7, 0.2, 0.1}, {0.1, 0.8, 0.1}, {0.05, 0.05, 0.9}};
    int[] sizes = {60, 80, 160};
    double producers = 0.03 * 8 / (0.02 + 0.24 + 0.03);
    Random random = new Random(11);
    Spread overall = new Spread();
    Spread area = new Spread();
    Spread second = new Spread();
    for (int run = 0; run < 4000; run++) {
      long[][] labels = new long[3][3];
      for (int i = 0; i < 3; i++) {
        for (int k = 0; k < sizes[i]; k++) {
          double u = random.nextDouble();
          labels[i][u < truth[i][0] ? 0 : u < truth[i][0] + truth[i][1] ? 1 : 2]++;
        }
      }
      StratifiedEstimator estimator = new StratifiedEstimator(weights, labels);
      overall.add(estimator.overall());
      area.add(estimator.area(0));
      second.add(estimator.producers(1).orElseThrow());
    }
    overall.assertAround(0.07 + 0.24 + 0.54);
    area.assertAround(0.07 + 0.03 + 0.03);
    second.assertAround(producers);
  }

  /** Many estimates of one figure. */
  private static final class Spread {
    private int count;
    private double sum;
    private double squares;
    private double errors;

    void add(Estimate estimate) {
      count++;
      sum += estimate.value();
      squares += estimate.value() * estimate.value();
      errors += estimate.standardError();
    }

    void assertAround(double truth) {
      double mean = sum / count;
      double deviation = Math.sqrt(squares / count - mean * mean);
      assertEquals(truth, mean, 0.003);
      assertEquals(1, errors / count / deviation, 0.05);
    }
  }

  @Test
  void classesThatNobodyMapsOrFindsHaveNoFigure() {
    StratifiedEstimator estimator =
        new StratifiedEstimator(
            new double[] {1, 0, 0}, new long[][] {{8, 2, 0}, {0, 0, 0}, {0, 0, 0}});
    assertEquals(0.2, estimator.area(1).value(), 1e-12);
    assertEquals(Math.sqrt(0.2 * 0.8 / 9), estimator.area(1).standardError(), 1e-12);
    assertTrue(estimator.users(1).isEmpty());
    assertEquals(0, estimator.producers(1).orElseThrow().value());
    assertTrue(estimator.producers(2).isEmpty());
    assertEquals(0, estimator.area(2).lower());
    assertThrows(
        IllegalArgumentException.class,
        () -> new StratifiedEstimator(new double[] {0.5, 0.5}, new long[][] {{1, 0}, {0, 0}}));
  }
}
