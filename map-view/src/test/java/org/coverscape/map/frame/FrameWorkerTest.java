package org.coverscape.map.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.map.Viewport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameWorkerTest {
  private static final Viewport VIEW = new Viewport(0, 0, 1, 40, 30);
  private static final Frame FRAME = Frame.around(VIEW, 1);

  private final Semaphore finished = new Semaphore(0);
  private final AtomicInteger paintings = new AtomicInteger();
  private volatile Painted outcome = Painted.STILL;
  private final FrameWorker worker = new FrameWorker("test", this::paint, finished::release);

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void paintsAWantedFrameOnceAndThenRests() throws InterruptedException {
    worker.want(FRAME);
    await();
    worker.want(FRAME);
    assertFalse(finished.tryAcquire(150, TimeUnit.MILLISECONDS), "nothing has changed");
    assertEquals(1, paintings.get());
  }

  @Test
  void paintsAgainWhenTheContentOrTheFrameChanges() throws InterruptedException {
    worker.want(FRAME);
    await();
    worker.invalidate();
    await();
    worker.want(Frame.around(VIEW.panned(500, 0), 1));
    await();
    assertEquals(3, paintings.get());
  }

  @Test
  void paintsOnWhileSomethingMoves() throws InterruptedException {
    outcome = Painted.MOVING;
    worker.want(FRAME);
    await();
    await();
    await();
    outcome = Painted.STILL;
    assertTrue(paintings.get() >= 3);
  }

  @Test
  void restsWhileNobodySees() throws InterruptedException {
    worker.want(FRAME);
    await();
    worker.setResumed(false);
    worker.invalidate();
    assertFalse(finished.tryAcquire(150, TimeUnit.MILLISECONDS), "nobody sees it");
    worker.setResumed(true);
    await();
  }

  @Test
  void aPainterThatFailsOnceIsAskedAgain() throws InterruptedException {
    AtomicInteger failures = new AtomicInteger();
    FrameWorker shaky =
        new FrameWorker(
            "shaky",
            (frame, argb) -> {
              if (failures.incrementAndGet() == 1) {
                throw new IllegalStateException("expected by this test");
              }
              return Painted.STILL;
            },
            finished::release);
    shaky.want(FRAME);
    await();
    shaky.invalidate();
    await();
    assertEquals(2, failures.get());
    shaky.close();
  }

  private Painted paint(Frame frame, int[] argb) {
    paintings.incrementAndGet();
    assertEquals(frame.width() * frame.height(), argb.length);
    return outcome;
  }

  private void await() throws InterruptedException {
    assertTrue(finished.tryAcquire(30, TimeUnit.SECONDS), "a picture is finished");
  }
}
