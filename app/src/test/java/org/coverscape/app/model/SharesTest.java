package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void thirdsAddUp() {
    assertArrayEquals(new long[] {334, 333, 333}, Shares.round(new double[] {1, 1, 1}, 1, 0.001));
  }

  @Test
  void nothingIsNothing() {
    assertArrayEquals(new long[] {0, 0}, Shares.round(new double[] {0, 0}, 0, 0.1));
  }

  @Test
  void randomPartsAddUpToTheTotalAndAreOffByLessThanAStep() {
    Random random = new Random(17);
    for (int round = 0; round < 5_000; round++) {
      double[] parts = new double[1 + random.nextInt(9)];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = random.nextInt(4) == 0 ? 0 : Math.exp(10 * random.nextDouble() - 5);
      }
      double total = Arrays.stream(parts).sum();
      double step = Math.pow(10, -random.nextInt(4));
      long[] steps = Shares.round(parts, total, step);
      assertEquals(Math.round(total / step), Arrays.stream(steps).sum());
      for (int i = 0; i < parts.length; i++) {
        assertTrue(steps[i] >= 0);
        assertTrue(Math.abs(steps[i] * step - parts[i]) <= step * 1.000001, "off by a step");
        assertTrue(parts[i] > 0 || steps[i] == 0, "nothing is printed as nothing");
      }
    }
  }
}
