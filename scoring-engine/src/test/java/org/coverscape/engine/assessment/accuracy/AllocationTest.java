package org.coverscape.engine.assessment.accuracy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.coverscape.engine.assessment.AssessmentException;
import org.junit.jupiter.api.Test;

class AllocationTest {
  private static final long[] MANY = {200_000, 150_000, 3_200_000, 6_450_000};
  private static final double[] GROUND = {0.020, 0.015, 0.320, 0.645};

  @Test
  void smallStrataHaveAFloorAndTheRestGoesByGround() {
    assertArrayEquals(new int[] {50, 50, 179, 361}, Allocation.of(640, MANY, GROUND));
    assertArrayEquals(new int[] {10, 10, 20, 40}, Allocation.of(80, MANY, GROUND));
    assertArrayEquals(new int[] {2, 2, 2, 2}, Allocation.of(8, MANY, GROUND));
  }

  @Test
  void whatAStratumDoesNotHaveComesFromOthers() {
    assertArrayEquals(
        new int[] {1, 99, 100},
        Allocation.of(200, new long[] {1, 1000, 100}, new double[] {1, 9, 90}));
    assertArrayEquals(
        new int[] {4, 5}, Allocation.of(1000, new long[] {4, 5}, new double[] {4, 5}));
  }

  @Test
  void theTotalIsKeptWhateverTheStrata() {
    Random random = new Random(2);
    for (int run = 0; run < 500; run++) {
      int strata = 1 + random.nextInt(7);
      long[] cells = random.longs(strata, 1, 400).toArray();
      double[] ground = Arrays.stream(cells).mapToDouble(c -> c * random.nextDouble()).toArray();
      int total = 2 * strata + random.nextInt(900);
      int[] drawn = Allocation.of(total, cells, ground);
      assertEquals(Math.min(total, Arrays.stream(cells).sum()), Arrays.stream(drawn).sum());
      for (int i = 0; i < strata; i++) {
        assertTrue(drawn[i] >= Math.min(2, cells[i]) && drawn[i] <= cells[i]);
      }
    }
  }

  @Test
  void tooFewAreRefused() {
    String said =
        assertThrows(AssessmentException.class, () -> Allocation.of(7, MANY, GROUND)).getMessage()
            + "";
    assertTrue(said.contains("at least 8") && said.endsWith("."), said);
    assertThrows(AssessmentException.class, () -> Allocation.of(-5, MANY, GROUND));
  }
}
