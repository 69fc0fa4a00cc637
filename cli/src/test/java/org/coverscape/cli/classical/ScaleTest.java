package org.coverscape.cli.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.engine.training.FeatureRows;
import org.coverscape.engine.training.Standardizer;
import org.coverscape.engine.training.TrainingData;
import org.junit.jupiter.api.Test;

class ScaleTest {
  /** One feature: +1 or −1, one chip in ten on the wrong side. */
  private static TrainingData chips(int classes, int... more) {
    float[][] rows = new float[20 + more.length][1];
    int[] targets = new int[rows.length];
    for (int i = 0; i < 20; i++) {
      targets[i] = i % 2;
      rows[i][0] = (i % 2 == 0) == (i < 18) ? 1 : -1;
    }
    for (int i = 0; i < more.length; i++) {
      targets[20 + i] = more[i];
    }
    return new TrainingData(FeatureRows.of(rows), targets, classes);
  }

  @Test
  void classesWithoutChipsDoNotCount() {
    TrainingData two = chips(2);
    Standardizer plain = Standardizer.of(two.features());
    float[] of2 = {1, -1, 0, 0};
    double alone = Scale.best(of2, plain, two, 10, 10);
    // the best factor k has 1 / (1 + e^-2k) = 0.9
    assertEquals(Math.log(9) / 2, alone, 0.2);
    float[] of6 = {1, -1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    assertEquals(alone, Scale.best(of6, plain, chips(6), 10, 10, 0, 0, 0, 0));
    assertEquals(alone, Scale.best(of6, plain, chips(6, 4, 4, 4), 10, 10, 0, 0, 0, 0));
    double counted = Scale.best(of6, plain, chips(6), 10, 10, 1, 1, 1, 1);
    assertTrue(counted > alone, "with sums of 0 beside them: " + counted);
  }
}
