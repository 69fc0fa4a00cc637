package org.coverscape.app.work;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The screen's thread of a test, turned by hand: actions wait until the test runs them on its own
 * thread. Any thread may hand in actions.
 */
public final class CrankedScreen implements Executor {
  private static final int MOST = 100_000;
  private static final long SECONDS = 30;

  private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>(MOST);

  @Override
  public void execute(Runnable action) {
    actions.add(action);
  }

  /** Runs actions as they come until something holds. */
  public void until(String what, BooleanSupplier holds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + SECONDS + " s: " + what);
      }
      Runnable next = actions.poll(20, TimeUnit.MILLISECONDS);
      if (next != null) {
        next.run();
      }
    }
  }

  /** Runs what waits by now. */
  public void turn() {
    for (Runnable next = actions.poll(); next != null; next = actions.poll()) {
      next.run();
    }
  }
}
