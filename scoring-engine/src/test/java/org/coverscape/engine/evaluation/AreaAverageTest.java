package org.coverscape.engine.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AreaAverageTest {
  @Test
  void aWholeFactorIsTheMeanOfItsBlock() {
    byte[] rgb = {0, 0, 0, 10, 20, 40, 20, 40, 80, 30, 60, (byte) 120};
    assertArrayEquals(new byte[] {15, 30, 60}, AreaAverage.shrink(rgb, 2, 2, 1, 1));
  }

  @Test
  void aBrokenFactorWeighsByTheCoveredPart() {
    byte[] rgb = {0, 0, 0, 90, 0, 0, (byte) 180, 0, 0};
    byte[] out = AreaAverage.shrink(rgb, 3, 1, 2, 1);
    assertEquals(30, out[0]);
    assertEquals(150, out[3] & 0xFF);
  }

  @Test
  void theMeanOfTheImageIsKept() {
    byte[] rgb = new byte[100 * 80 * 3];
    new Random(3).nextBytes(rgb);
    byte[] out = AreaAverage.shrink(rgb, 100, 80, 30, 24);
    assertEquals(mean(rgb), mean(out), 0.2);
  }

  private static double mean(byte[] rgb) {
    double sum = 0;
    for (byte b : rgb) {
      sum += b & 0xFF;
    }
    return sum / rgb.length;
  }
}
