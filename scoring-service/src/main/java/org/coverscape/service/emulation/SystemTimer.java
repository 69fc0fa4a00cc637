package org.coverscape.service.emulation;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The computer's clock, and one thread for everything that is to happen, however many services
 * share it. Waiting costs no CPU; tasks run about 0.1 ms late.
 */
final class SystemTimer implements Timer, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTimer.class);

  private final ScheduledThreadPoolExecutor thread;

  SystemTimer() {
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "coverscape-emulation");
              thread.setDaemon(true);
              return thread;
            });
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public long now() {
    return System.nanoTime();
  }

  @Override
  public void at(long time, Runnable task) {
    long delay = time - now();
    if (delay <= 0) {
      task.run();
      return;
    }
    try {
      var unused = thread.schedule(() -> run(task), delay, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("The emulation is closed; a call stays without an answer.", e);
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("An emulated service failed.", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
