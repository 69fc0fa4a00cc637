package org.coverscape.app.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestTest {
  private final CrankedScreen screen = new CrankedScreen();
  private final Background background = new Background(screen);
  private final Latest latest = new Latest(background);
  private final List<String> told = new ArrayList<>();
  private final AtomicInteger worked = new AtomicInteger();

  @AfterEach
  void close() {
    background.close();
  }

  private Callable<String> work(String answer, CountDownLatch gate) {
    return () -> {
      gate.await();
      worked.incrementAndGet();
      return answer;
    };
  }

  @Test
  void answersOnlyTheLastOfMany() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    for (String answer : List.of("a", "b", "c", "d")) {
      latest.ask(work(answer, gate), told::add, told::add);
    }
    gate.countDown();
    screen.until("it answers", () -> !told.isEmpty());
    assertEquals(List.of("d"), told);
    assertEquals(2, worked.get(), "those in between are not even worked on");
  }

  @Test
  void answersAgainAfterTheLast() throws Exception {
    CountDownLatch open = new CountDownLatch(0);
    latest.ask(work("a", open), told::add, told::add);
    screen.until("a", () -> told.size() == 1);
    latest.ask(work("b", open), told::add, told::add);
    screen.until("b", () -> told.size() == 2);
    assertEquals(List.of("a", "b"), told);
  }

  @Test
  void aFaultIsToldAndDoesNotBlockTheNext() throws Exception {
    latest.ask(
        () -> {
          throw new IllegalArgumentException("No.");
        },
        (String never) -> told.add("done"),
        told::add);
    screen.until("it fails", () -> !told.isEmpty());
    latest.ask(work("b", new CountDownLatch(0)), told::add, told::add);
    screen.until("b", () -> told.size() == 2);
    assertEquals(List.of("No.", "b"), told);
  }

  @Test
  void whatIsCancelledIsNeverTold() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    latest.ask(work("a", gate), told::add, told::add);
    latest.ask(work("b", gate), told::add, told::add);
    latest.cancel();
    gate.countDown();
    screen.until("a was worked on", () -> worked.get() == 1);
    latest.ask(work("c", gate), told::add, told::add);
    screen.until("c", () -> !told.isEmpty());
    assertEquals(List.of("c"), told);
    assertTrue(worked.get() <= 2, "b waited and was dropped");
  }

  @Test
  void oneThatFollowsTellsOnTheWay() throws Exception {
    Latest following = Latest.following(background);
    int[] asked = {0};
    // a new question before each look at the answers, as from a mouse that never rests
    screen.until(
        "something is told",
        () -> {
          int number = ++asked[0];
          following.ask(() -> "q" + number, told::add, told::add);
          return told.size() >= 3;
        });
    following.cancel();
    int before = told.size();
    latest.ask(() -> "end", told::add, told::add);
    screen.until("the end", () -> told.contains("end"));
    assertEquals(before + 1, told.size(), "nothing after it was cancelled");
  }
}
