package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pool's one thread for what comes later. After {@link #close} nothing is taken on any more.
 *
 * <p>Its queue is bounded by what is set: a timer for each call in flight and for each service.
 */
final class PoolTimer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PoolTimer.class);

  private final ScheduledThreadPoolExecutor executor;

  PoolTimer() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "service-pool-timer");
              thread.setDaemon(true);
              return thread;
            },
            // a closed pool has ended its chips; nothing is left for its timers to do
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setRemoveOnCancelPolicy(true);
  }

  /** Runs a task once, after a pause. */
  Future<?> after(Duration pause, Runnable task) {
    return executor.schedule(() -> run(task), pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Runs a task after those that were given before. */
  void soon(Runnable task) {
    executor.execute(() -> run(task));
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      // of what is thrown here nobody else would hear
      LOG.error("A task of the service pool failed", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
