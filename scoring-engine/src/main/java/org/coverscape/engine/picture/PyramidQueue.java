package org.coverscape.engine.picture;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes small versions of images, one after the other on a thread of its own; what was asked for
 * last comes first. Thread-safe.
 */
final class PyramidQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PyramidQueue.class);
  private static final long PATIENCE_SECONDS = 10;

  /** Between two reports about one image. */
  private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Something that can be made. */
  interface Work {
    /**
     * Makes it.
     *
     * @param onProgress to be told whenever there is more to be seen, as often as that may be
     */
    void build(Runnable onProgress) throws InterruptedException;
  }

  private final BlockingDeque<Work> waiting;
  private final Runnable onSharper;
  private @Nullable Thread thread;
  private boolean closed;
  private long told;

  /**
   * An idle queue.
   *
   * @param capacity the most works that can wait
   * @param onSharper is told when there is more to be seen, by the queue's thread
   */
  PyramidQueue(int capacity, Runnable onSharper) {
    this.waiting = new LinkedBlockingDeque<>(Math.max(1, capacity));
    this.onSharper = onSharper;
  }

  /** Asks for a work, which must not be waiting already. */
  synchronized void request(Work work) {
    if (closed || !waiting.offerFirst(work)) {
      return;
    }
    if (thread == null) {
      Thread started = new Thread(this::run, "imagery-overviews");
      started.setDaemon(true);
      started.start();
      thread = started;
    }
  }

  private void run() {
    try {
      while (true) {
        Work work = waiting.takeFirst();
        told = System.nanoTime();
        work.build(this::progress);
        tell();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void progress() {
    if (System.nanoTime() - told > PACE_NANOS) {
      tell();
    }
  }

  private void tell() {
    try {
      onSharper.run();
    } catch (RuntimeException e) {
      LOG.warn("The map could not be told that imagery is sharper now.", e);
    }
    told = System.nanoTime();
  }

  /** Ends the work in hand, unfinished, and forgets the rest. */
  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      waiting.clear();
      running = thread;
    }
    if (running == null || running.equals(Thread.currentThread())) {
      return;
    }
    running.interrupt();
    try {
      running.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
