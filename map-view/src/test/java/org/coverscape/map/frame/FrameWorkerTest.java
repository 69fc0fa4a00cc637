package org.coverscape.map.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.map.MapMemory;
import org.coverscape.map.Viewport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FrameWorkerTest {
  private static final Viewport VIEW = new Viewport(0, 0, 1, 40, 30);
  private static final Frame FRAME = Frame.around(VIEW, 1);

  private final Semaphore finished = new Semaphore(0);
  private final AtomicInteger paintings = new AtomicInteger();
  private volatile Painted outcome = Painted.STILL;
  private final List<String> faults = new CopyOnWriteArrayList<>();
  private final FrameWorker worker = worker("test", this::paint);

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
  void aPainterThatFailsIsAskedAgainAndTheFaultIsToldOnce() throws InterruptedException {
    Throwable[] thrown = {
      new OutOfMemoryError("expected by this test"), new OutOfMemoryError("expected by this test")
    };
    AtomicInteger asked = new AtomicInteger();
    FrameWorker shaky =
        worker(
            "shaky",
            (frame, argb) -> {
              int time = asked.getAndIncrement();
              if (time < thrown.length) {
                throw (Error) thrown[time];
              }
              return Painted.STILL;
            });
    shaky.want(FRAME);
    await();
    assertNull(shaky.exchange(null), "the layer stays as it is");
    for (int i = 0; i < 2; i++) {
      shaky.invalidate();
      await();
    }
    assertEquals(3, asked.get());
    assertNotNull(shaky.exchange(null));
    assertEquals(List.of(MapMemory.FULL), faults);
    shaky.close();
  }

  @Test
  void whatCannotBeSeenHasNoPixels() throws InterruptedException {
    AtomicBoolean empty = new AtomicBoolean(true);
    FrameWorker bare =
        worker(
            "bare",
            new FramePainter() {
              @Override
              public Painted paint(Frame frame, int[] argb) {
                return outcome;
              }

              @Override
              public boolean maySee(Frame frame) {
                return !empty.get();
              }
            });
    bare.want(FRAME);
    await();
    assertEquals(0, shown(bare).argb().length);
    empty.set(false);
    bare.invalidate();
    await();
    assertEquals(FRAME.width() * FRAME.height(), shown(bare).argb().length);
    outcome = Painted.BLANK;
    bare.invalidate();
    await();
    assertEquals(0, shown(bare).argb().length, "emptied");
    bare.close();
  }

  private static Picture shown(FrameWorker worker) {
    Picture picture = worker.exchange(null);
    assertNotNull(picture);
    return picture;
  }

  private FrameWorker worker(String name, FramePainter painter) {
    return new FrameWorker(name, painter, finished::release, new FrameFaults(name, faults::add));
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
