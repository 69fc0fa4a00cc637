package org.coverscape.app.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Does work on a few threads of its own and hands what came of it to the screen's thread.
 *
 * <p>Files, network, coordinates and geometry belong here, never on the screen's thread.
 * Thread-safe. At most {@value #QUEUE} pieces of work wait; more are refused with a sentence.
 */
public final class Background implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Background.class.getName());
  private static final int QUEUE = 256;
  private static final int CLOSE_SECONDS = 2;
  private static final int THREADS = 6;

  private final Executor screen;
  private final ThreadPoolExecutor threads;

  /**
   * Threads that end with the program.
   *
   * @param screen runs what changes the screen
   */
  public Background(Executor screen) {
    this.screen = screen;
    AtomicInteger number = new AtomicInteger();
    threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(QUEUE),
            work -> {
              Thread thread = new Thread(work, "coverscape-work-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            },
            (piece, pool) -> ((Piece<?>) piece).refuse());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Does a piece of work.
   *
   * @param done takes what came of it, on the screen's thread
   * @param failed takes one sentence for a person, on the screen's thread
   */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    threads.execute(new Piece<>(work, done, failed));
  }

  /** Runs an action on the screen's thread. */
  public void onScreen(Runnable action) {
    screen.execute(action);
  }

  private final class Piece<T> implements Runnable {
    private final Callable<T> work;
    private final Consumer<T> done;
    private final Consumer<String> failed;

    Piece(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
      this.work = work;
      this.done = done;
      this.failed = failed;
    }

    /** Nothing is said of work that comes after the end. */
    void refuse() {
      if (!threads.isShutdown()) {
        screen.execute(() -> failed.accept("Too much is being done at once; try again soon."));
      }
    }

    @Override
    public void run() {
      try {
        T result = work.call();
        screen.execute(() -> done.accept(result));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Exception | Error e) {
        if (Sentence.isOwnFault(e)) {
          LOG.log(Level.WARNING, "work in the background failed", e);
        }
        screen.execute(() -> failed.accept(Sentence.of(e)));
      }
    }
  }

  /** Interrupts what runs, drops what waits, and waits a moment, so that files are let go of. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.fine("work goes on in the background after the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
