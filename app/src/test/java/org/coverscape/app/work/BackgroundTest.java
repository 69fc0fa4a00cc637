package org.coverscape.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private final Logger log = Logger.getLogger(Background.class.getName());
  private final CrankedScreen screen = new CrankedScreen();
  private final Background background = new Background(screen);
  private final List<String> told = new ArrayList<>();

  @BeforeEach
  void expectFaults() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void close() {
    background.close();
    log.setLevel(null);
  }

  @Test
  void worksElsewhereAndTellsTheScreen() throws Exception {
    List<Thread> threads = new ArrayList<>();
    background.run(
        Thread::currentThread,
        worker -> {
          threads.add(worker);
          threads.add(Thread.currentThread());
        },
        told::add);
    screen.until("it is done", () -> threads.size() == 2);
    assertNotSame(Thread.currentThread(), threads.get(0));
    assertTrue(threads.get(0).isDaemon());
    assertSame(Thread.currentThread(), threads.get(1));
    assertEquals(List.of(), told);
  }

  @Test
  void aFaultBecomesItsSentence() throws Exception {
    background.run(
        () -> {
          throw new IOException("The disk is full; free some space.");
        },
        done -> told.add("done"),
        told::add);
    screen.until("it failed", () -> !told.isEmpty());
    assertEquals(List.of("The disk is full; free some space."), told);
  }

  @Test
  void anyErrorIsToldSoThatNobodyWaitsForEver() throws Exception {
    background.run(
        () -> {
          throw new StackOverflowError();
        },
        done -> told.add("done"),
        told::add);
    screen.until("it failed", () -> !told.isEmpty());
    assertTrue(told.get(0).startsWith("Something went wrong inside Coverscape"), told.get(0));
  }

  @Test
  void refusesMoreThanItsQueueHolds() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    int asked = 300;
    for (int i = 0; i < asked; i++) {
      background.run(
          () -> {
            gate.await();
            return 1;
          },
          one -> done.incrementAndGet(),
          told::add);
    }
    screen.turn();
    int refused = told.size();
    assertTrue(refused > 0 && refused < asked - 256, "refused: " + refused);
    assertEquals("Too much is being done at once; try again soon.", told.get(0));
    gate.countDown();
    screen.until("all others are done", () -> done.get() == asked - refused);
    assertEquals(refused, told.size());
  }

  @Test
  void saysNothingAfterTheEnd() {
    background.close();
    background.run(() -> 1, done -> told.add("done"), told::add);
    screen.turn();
    assertEquals(List.of(), told);
  }
}
