package org.coverscape.map.scene;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX thread, for tests. */
final class Fx {
  private static final long PATIENCE_SECONDS = 30;

  private Fx() {}

  /** Starts the toolkit once, or skips the test where there is no display. */
  static void start() throws InterruptedException {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    assumeTrue(
        !linux || System.getenv("DISPLAY") != null,
        "there is no display (DISPLAY is not set); run under xvfb-run");
    CountDownLatch started = new CountDownLatch(1);
    try {
      Platform.startup(started::countDown);
    } catch (IllegalStateException e) {
      // another test has started it
      Platform.runLater(started::countDown);
    }
    assertTrue(started.await(PATIENCE_SECONDS, TimeUnit.SECONDS), "the toolkit starts");
    Platform.setImplicitExit(false);
  }

  /** Runs something on the JavaFX thread and waits for what it gives. */
  static <T> T get(Callable<T> task) throws Exception {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(task.call());
          } catch (Exception | AssertionError e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Runs something on the JavaFX thread and waits for its end. */
  static void run(Runnable task) throws Exception {
    boolean unused =
        get(
            () -> {
              task.run();
              return true;
            });
  }

  /** Waits, pulse by pulse, until something is so. */
  static void until(String what, BooleanSupplier condition) throws Exception {
    CountDownLatch met = new CountDownLatch(1);
    AnimationTimer timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            if (condition.getAsBoolean()) {
              met.countDown();
            }
          }
        };
    run(timer::start);
    try {
      assertTrue(met.await(PATIENCE_SECONDS, TimeUnit.SECONDS), what);
    } finally {
      run(timer::stop);
    }
  }

  /** Lets some pulses go by. */
  static void pulses(int count) throws Exception {
    int[] seen = {0};
    until("pulses come", () -> ++seen[0] > count);
  }
}
