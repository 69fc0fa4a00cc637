package org.coverscape.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class RateMeterTest {
  private static final long SECOND = 1_000_000_000L;

  private final RateMeter meter = new RateMeter();

  @Test
  void oneReadingIsNoRate() {
    assertEquals(0, meter.read(5 * SECOND, 700));
  }

  @Test
  void isTheRateOfTheLastFourSeconds() {
    meter.read(0, 0);
    assertEquals(100, meter.read(SECOND, 100), 1e-9);
    assertEquals(100, meter.read(2 * SECOND, 200), 1e-9);
    // from the fifth second on nothing ends any more
    for (int second = 3; second <= 8; second++) {
      meter.read(second * SECOND, 200);
    }
    assertEquals(0, meter.read(9 * SECOND, 200), 1e-9);
  }

  @Test
  void beginsAnewAfterAReset() {
    meter.read(0, 0);
    meter.read(SECOND, 1000);
    meter.reset();
    assertEquals(0, meter.read(100 * SECOND, 1000));
    assertEquals(10, meter.read(101 * SECOND, 1010), 1e-9);
  }

  @Test
  void progressTellsPartAndTimeLeft() {
    assertEquals(0, Progress.NONE.part());
    assertTrue(Progress.NONE.secondsLeft().isEmpty());
    Progress half = new Progress(400, 200, 3, 50);
    assertEquals(0.5, half.part());
    assertEquals(4, half.secondsLeft().getAsDouble());
  }
}
