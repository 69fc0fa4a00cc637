package org.coverscape.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end a job in good order: asks it to stop, then holds the process until the verb has
 * closed what it had open.
 */
final class InterruptHook implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;

  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook;

  private InterruptHook(Runnable cancel) {
    hook =
        new Thread(
            () -> {
              cancel.run();
              awaitClosed();
            },
            "coverscape-interrupt");
  }

  /** Watches until it is closed. */
  static InterruptHook install(Runnable cancel) {
    InterruptHook interrupt = new InterruptHook(cancel);
    Runtime.getRuntime().addShutdownHook(interrupt.hook);
    return interrupt;
  }

  private void awaitClosed() {
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
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is ending, and the hook with it: that is what it waited for
      closed.countDown();
    }
  }
}
