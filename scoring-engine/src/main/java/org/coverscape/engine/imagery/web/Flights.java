package org.coverscape.engine.imagery.web;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Fetches pieces beside their reader, a few at a time for all files. Thread-safe. */
final class Flights implements AutoCloseable {
  /** Requests under way at once: hosts bear as many from one browser. */
  private static final int AT_ONCE = 6;

  private static final int WAITING = 256;

  private final ThreadPoolExecutor threads;
  private final AtomicLong bytes = new AtomicLong();

  Flights() {
    threads =
        new ThreadPoolExecutor(
            AT_ONCE,
            AT_ONCE,
            10,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> {
              Thread thread = new Thread(task, "coverscape-imagery-ahead");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /** Bytes that are under way or wait for their turn. */
  long bytes() {
    return bytes.get();
  }

  /**
   * Begins to fetch; whoever begins one says how it {@link #ended}.
   *
   * @return empty where too many wait already
   */
  Optional<Future<Piece>> begin(long count, Callable<Piece> fetch) {
    bytes.addAndGet(count);
    try {
      return Optional.of(threads.submit(fetch));
    } catch (RejectedExecutionException e) {
      ended(count);
      return Optional.empty();
    }
  }

  /** One is over. */
  void ended(long count) {
    bytes.addAndGet(-count);
  }

  @Override
  public void close() {
    // those that never began are ended as well, or their readers would wait for ever
    for (Runnable waiting : threads.shutdownNow()) {
      if (waiting instanceof Future<?> fetch) {
        fetch.cancel(false);
      }
    }
  }
}
