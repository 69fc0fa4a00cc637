package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a transfer counts as broken off although something comes; the clock is turned by hand. */
class PaceTest {
  private final Pace pace = new Pace(Duration.ofSeconds(30), 0);
  private long count;

  private boolean isTooSlow(int second) {
    return pace.isTooSlow(Duration.ofSeconds(second).toNanos(), count);
  }

  @Test
  void aByteASecondIsTooSlow() {
    for (int second = 0; second < 30; second++) {
      count++;
      assertFalse(isTooSlow(second), "too early to say");
    }
    assertTrue(isTooSlow(30));
  }

  @Test
  void aKilobyteASecondIsEnough() {
    for (int second = 0; second <= 300; second++) {
      assertFalse(isTooSlow(second));
      count += 1024;
    }
  }

  @Test
  void whatCameEarlierDoesNotHelp() {
    count = 10 << 20;
    assertFalse(isTooSlow(30));
    count += 30 * 1000;
    assertTrue(isTooSlow(60));
  }
}
