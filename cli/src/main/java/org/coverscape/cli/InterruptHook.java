package org.coverscape.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a verb in good order: asks it to stop, then holds the process until the verb has
 * closed what it had open.
 */
final class InterruptHook implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;
  private volatile Runnable cancel;
  private volatile boolean fired;

  private InterruptHook(Runnable cancel) {
    this.cancel = cancel;
    hook = new Thread(this::stop, "coverscape-interrupt");
  }

  /** Watches until it is closed. */
  static InterruptHook install(Runnable cancel) {
    InterruptHook interrupt = new InterruptHook(cancel);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** From now on, stopping means this. */
  void stopsBy(Runnable action) {
    cancel = action;
    if (fired) {
      action.run();
    }
  }

  /** Whether the user has asked to stop. */
  boolean fired() {
    return fired;
  }

  private void stop() {
    fired = true;
    cancel.run();
    try {
      if (!closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        Thread.currentThread().interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    if (!fired) {
      remove();
    }
  }

  private void remove() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process has begun to end meanwhile, and the hook finds the latch open
      fired = true;
    }
  }
}
