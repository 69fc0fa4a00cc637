package org.coverscape.cli.classical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coverscape.engine.classifier.ClassifierHead;
import org.coverscape.engine.training.FeatureRows;
import org.coverscape.engine.training.HeadFigures;
import org.coverscape.engine.training.Targets;
import org.coverscape.engine.training.TrainedLayer;
import org.coverscape.engine.training.TrainingData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearTrainerTest {
  private static final int WIDTH = 9;

  /** Each class lies around 4 in its own feature; no chip shows the fifth class. */
  private static TrainingData chips(long seed, int each) {
    Random random = new Random(seed);
    float[][] rows = new float[each * 5][WIDTH];
    int[] targets = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      targets[i] = List.of(0, 1, 2, 3, 5).get(i % 5);
      for (int f = 0; f < WIDTH; f++) {
        rows[i][f] = (float) (random.nextGaussian() + (f == targets[i] ? 4 : 0));
      }
    }
    return new TrainingData(FeatureRows.of(rows), targets, 6);
  }

  @ParameterizedTest
  @EnumSource(LinearKind.class)
  void itsLayerAnswersAsAHead(LinearKind kind) throws InterruptedException {
    TrainingData validation = chips(2, 30);
    TrainedLayer trained = new LinearTrainer(kind, 1).train(chips(1, 60), validation, e -> {});
    HeadFigures figures =
        HeadFigures.of(
            new ClassifierHead(
                "", Targets.labels(6), trained.layer(), trained.activation(), Map.of()),
            validation);
    assertTrue(figures.balancedAccuracy() > 0.95, () -> "only " + figures.balancedAccuracy());
    for (long[] row : figures.counts()) {
      assertEquals(0, row[4], "a class that no chip shows");
    }
    assertEquals(trained, new LinearTrainer(kind, 1).train(chips(1, 60), validation, e -> {}));
  }
}
