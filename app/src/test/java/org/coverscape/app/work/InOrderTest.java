package org.coverscape.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private final CrankedScreen screen = new CrankedScreen();
  private final Background background = new Background(screen);
  private final InOrder order = new InOrder(background);
  private final List<Object> told = new ArrayList<>();

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void keepsTheOrderAndNeverOverlaps() throws Exception {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    for (int i = 0; i < 50; i++) {
      int number = i;
      order.run(
          () -> {
            most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            atWork.decrementAndGet();
            return number;
          },
          told::add,
          told::add);
    }
    screen.until("all are done", () -> told.size() == 50);
    assertEquals(IntStream.range(0, 50).boxed().toList(), told);
    assertEquals(1, most.get());
  }

  @Test
  void goesOnAfterAFault() throws Exception {
    order.run(
        () -> {
          throw new IllegalArgumentException("No.");
        },
        told::add,
        told::add);
    order.run(() -> 2, told::add, told::add);
    screen.until("both ended", () -> told.size() == 2);
    assertEquals(List.of("No.", 2), told);
  }

  @Test
  void refusesMoreThanItsQueueHolds() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    for (int i = 0; i < 1 + 256 + 2; i++) {
      order.run(
          () -> {
            gate.await();
            return "done";
          },
          told::add,
          told::add);
    }
    String full = "Too much is being done at once; try again soon.";
    assertEquals(List.of(full, full), told);
    gate.countDown();
    screen.until("the others are done", () -> told.size() == 259);
  }
}
