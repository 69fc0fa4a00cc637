package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.coverscape.engine.classifier.Activation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DenseLossTest {
  private static final int FEATURES = 5;
  private static final int CLASSES = 4;
  private static final float[] WEIGHTS = {1, 2, 0.5f, 1};
  private static final float STEP = 1e-2f;

  @ParameterizedTest
  @EnumSource(Activation.class)
  void theGradientIsTheSlopeOfTheLoss(Activation activation) {
    DenseLoss loss = new DenseLoss(activation, FEATURES, WEIGHTS);
    Random random = new Random(5);
    float[] layer = gaussian(random, loss.parameters());
    for (int target = 0; target < CLASSES; target++) {
      float[] row = gaussian(random, FEATURES);
      float[] gradient = new float[loss.parameters()];
      double value = loss.add(layer, row, target, 1, gradient);
      assertEquals(loss.loss(layer, row, target), value, 1e-12);
      for (int i = 0; i < layer.length; i++) {
        assertEquals(slope(loss, layer, i, row, target), gradient[i], 2e-4, "parameter " + i);
      }
    }
  }

  private static double slope(DenseLoss loss, float[] layer, int i, float[] row, int target) {
    float was = layer[i];
    layer[i] = was + STEP;
    double above = loss.loss(layer, row, target);
    layer[i] = was - STEP;
    double below = loss.loss(layer, row, target);
    layer[i] = was;
    return (above - below) / (2 * STEP);
  }

  private static float[] gaussian(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
