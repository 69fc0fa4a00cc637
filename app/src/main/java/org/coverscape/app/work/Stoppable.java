package org.coverscape.app.work;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Work that can be stopped before it begins and while it runs, by interrupting the thread that does
 * it; never the work that comes after it there. Thread-safe.
 */
public final class Stoppable<T> implements Callable<T> {
  private final Callable<T> work;
  private @Nullable Thread thread;
  private boolean stopped;

  /** Work that is done once. */
  public Stoppable(Callable<T> work) {
    this.work = work;
  }

  /**
   * Does the work.
   *
   * @throws CancellationException when it was stopped before it began
   */
  @Override
  public T call() throws Exception {
    begin();
    try {
      return work.call();
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    if (stopped) {
      throw new CancellationException("The work was stopped before it began.");
    }
    thread = Thread.currentThread();
  }

  private synchronized void end() {
    thread = null;
    if (stopped) {
      // an interrupt was meant for this work, which is over
      Thread.interrupted();
    }
  }

  /** Stops it; returns at once. */
  public synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
