package org.coverscape.engine.imagery.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The transform against its definition (ITU-T T.81, A.3.3), summed up in double precision. */
class InverseCosineTest {
  private static final int STRIDE = 11;

  private static double[] reference(int[] coefficients) {
    double[] samples = new double[64];
    for (int i = 0; i < 64; i++) {
      double sum = 0;
      for (int k = 0; k < 64; k++) {
        sum += coefficients[k] * basis(i / 8, k / 8) * basis(i % 8, k % 8);
      }
      samples[i] = sum / 4 + 128;
    }
    return samples;
  }

  private static double basis(int place, int frequency) {
    double cosine = Math.cos((2 * place + 1) * frequency * Math.PI / 16);
    return frequency == 0 ? Math.sqrt(0.5) : cosine;
  }

  /** All coefficients are multiplied by a step each, as those of a stream are. */
  private static byte[] transformed(int[] coefficients, int[] steps) {
    float[] scaled = InverseCosine.scaled(steps);
    float[] block = new float[64];
    long filled = 0;
    for (int k = 0; k < 64; k++) {
      int index = ZigZag.INDEX[k];
      int stored = coefficients[index] / steps[k];
      block[index] = stored * scaled[k];
      if (index > 0 && coefficients[index] != 0) {
        filled |= 1L << index;
      }
    }
    byte[] samples = new byte[3 + 8 * STRIDE];
    InverseCosine.transform(block, filled, samples, 3, STRIDE);
    assertArrayEquals(new float[64], block);
    return samples;
  }

  private static void assertNear(int[] coefficients, int[] steps) {
    byte[] samples = transformed(coefficients, steps);
    double[] wanted = reference(coefficients);
    for (int i = 0; i < 64; i++) {
      int got = samples[3 + i / 8 * STRIDE + i % 8] & 255;
      double sample = Math.max(0, Math.min(255, wanted[i]));
      assertEquals(sample, got, 0.5 + 1e-3, Arrays.toString(coefficients));
    }
    assertEquals(0, samples[2], "nothing beside the block is written");
    assertEquals(0, samples[3 + 8]);
  }

  @Test
  void blocksOfAnyCoefficientsAreTransformed() {
    Random random = new Random(3);
    for (int round = 0; round < 4000; round++) {
      int[] steps = random.ints(64, 1, 40).toArray();
      int[] coefficients = new int[64];
      int reach = 1 << random.nextInt(10);
      int most = 1 + random.nextInt(64);
      for (int k = 0; k < most; k++) {
        boolean zero = random.nextInt(3) == 0;
        int step = steps[k];
        coefficients[ZigZag.INDEX[k]] = zero ? 0 : random.nextInt(-reach, reach + 1) / step * step;
      }
      assertNear(coefficients, steps);
    }
  }

  @Test
  void eachCoefficientAloneIsTransformed() {
    int[] steps = new int[64];
    Arrays.fill(steps, 1);
    for (int k = 0; k < 64; k++) {
      for (int value : new int[] {-1024, -300, 1, 77, 1023}) {
        int[] coefficients = new int[64];
        coefficients[k] = value;
        assertNear(coefficients, steps);
      }
    }
  }

  /** In the middle between two it is the even one. */
  @Test
  void blocksOfOneValueAreRounded() {
    int[] steps = new int[64];
    Arrays.fill(steps, 1);
    int ties = 0;
    for (int value = -1200; value <= 1200; value++) {
      int[] coefficients = new int[64];
      coefficients[0] = value;
      byte[] samples = transformed(coefficients, steps);
      int wanted = (int) Math.max(0, Math.min(255, Math.rint(value / 8.0 + 128)));
      assertEquals(wanted, samples[3] & 255);
      assertEquals(wanted, samples[3 + 7 * STRIDE + 7] & 255);
      ties += Math.abs(value % 8) == 4 ? 1 : 0;
    }
    assertTrue(ties > 200);
  }
}
