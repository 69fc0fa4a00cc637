package org.coverscape.engine.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StopwatchTest {
  private final AtomicLong now = new AtomicLong();
  private final Stopwatch watch = new Stopwatch(now::get);

  private void pass(double seconds) {
    now.addAndGet((long) (seconds * 1e9));
  }

  @Test
  void countsWorkWithoutPauses() {
    pass(5);
    watch.start();
    pass(2);
    watch.pause();
    pass(7);
    watch.start();
    pass(1);
    assertEquals(3, watch.seconds(), 1e-9);
  }

  @Test
  void standsStillWhileHeld() {
    watch.start();
    pass(2);
    watch.hold();
    watch.hold();
    pass(60);
    assertEquals(2, watch.seconds(), 1e-9);
    watch.release();
    pass(1);
    assertEquals(3, watch.seconds(), 1e-9);
  }

  @Test
  void aStartWhileHeldCountsFromTheRelease() {
    watch.hold();
    watch.start();
    pass(60);
    watch.release();
    pass(4);
    watch.pause();
    assertEquals(4, watch.seconds(), 1e-9);
  }
}
