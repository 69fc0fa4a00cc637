package org.coverscape.engine.analysis;

import static org.coverscape.engine.landcover.LandCoverClass.BARREN;
import static org.coverscape.engine.landcover.LandCoverClass.FORESTED;
import static org.coverscape.engine.landcover.LandCoverClass.SHRUB;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.coverscape.engine.landcover.LandCoverClass;
import org.junit.jupiter.api.Test;

class ConfusionMatrixTest {
  private final ConfusionMatrix matrix = new ConfusionMatrix();

  private void add(LandCoverClass truth, LandCoverClass answer, int times) {
    for (int i = 0; i < times; i++) {
      matrix.add(truth, Optional.of(answer));
    }
  }

  @Test
  void figuresFollowFromTheCounts() {
    add(BARREN, BARREN, 6);
    add(BARREN, SHRUB, 2);
    add(SHRUB, SHRUB, 3);
    add(SHRUB, BARREN, 1);
    matrix.add(FORESTED, Optional.empty());
    matrix.add(FORESTED, Optional.of(FORESTED));

    assertEquals(14, matrix.total());
    assertEquals(10 / 14.0, matrix.accuracy(), 1e-12);
    assertEquals((6 / 8.0 + 3 / 4.0 + 1 / 2.0) / 3, matrix.balancedAccuracy(), 1e-12);
    assertEquals(6 / 7.0, matrix.precision(BARREN), 1e-12);
    assertEquals(6 / 8.0, matrix.recall(BARREN), 1e-12);
    assertEquals(2 * 6 / (8.0 + 7.0), matrix.f1(BARREN), 1e-12);
    assertArrayEquals(new long[] {0, 0, 0, 1, 0, 0, 1}, matrix.counts()[3]);
  }

  @Test
  void nothingCountedIsNoAccuracy() {
    assertEquals(0, matrix.accuracy());
    assertEquals(0, matrix.balancedAccuracy());
    assertEquals(0, matrix.precision(SHRUB));
  }
}
