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
  private volatile boolean fired;

  private InterruptHook(Runnable cancel) {
    hook = new Thread(() -> stop(cancel), "coverscape-interrupt");
  }

  /** Watches until it is closed. */
  static InterruptHook install(Runnable cancel) {
    InterruptHook interrupt = new InterruptHook(cancel);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  /** Whether the user has asked to stop. */
  boolean fired() {
    return fired;
  }

  private void stop(Runnable cancel) {
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
