package org.coverscape.engine.stac;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.coverscape.engine.imagery.ImageryAccess;
import org.coverscape.engine.imagery.IndexOutcome;

/**
 * Opens the headers of images whose Items do not say where they lie, a few at a time, for one
 * search. Used by one thread, with some of its own.
 */
final class Headers implements AutoCloseable {
  /** Headers that are read at once. */
  static final int AT_ONCE = 6;

  /** Items that wait for it. */
  static final int MOST_WAITING = 48;

  /** Headers of a search; each costs a request, so that this takes minutes already. */
  static final int MOST = 5_000;

  private final ImageryAccess access;
  private final List<UnplacedItem> waiting = new ArrayList<>();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          AT_ONCE,
          AT_ONCE,
          10,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST_WAITING),
          task -> {
            Thread thread = new Thread(task, "coverscape-stac-headers");
            thread.setDaemon(true);
            return thread;
          });
  private int taken;

  Headers(ImageryAccess access) {
    this.access = access;
  }

  /**
   * Takes an Item; when many wait their headers are read.
   *
   * @param sink takes what was read, on the calling thread
   */
  void take(UnplacedItem item, Consumer<IndexOutcome> sink) throws StacException {
    taken++;
    if (taken > MOST) {
      sink.accept(
          new IndexOutcome.Refused(
              item.location(),
              "Its entry does not say where it lies, as those of too many others do not; make the"
                  + " region smaller."));
      return;
    }
    waiting.add(item);
    if (waiting.size() >= MOST_WAITING) {
      flush(sink);
    }
  }

  /** Reads the headers of all that wait, in their order. */
  void flush(Consumer<IndexOutcome> sink) throws StacException {
    List<Callable<IndexOutcome>> tasks = new ArrayList<>();
    waiting.forEach(item -> tasks.add(() -> read(item)));
    waiting.clear();
    try {
      if (Thread.interrupted()) {
        throw new InterruptedException(); // what is read at once would not be waited for
      }
      for (Future<IndexOutcome> each : threads.invokeAll(tasks)) {
        sink.accept(each.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StacException("The search was stopped; start it again.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading a header does not fail so", e);
    }
  }

  private IndexOutcome read(UnplacedItem item) {
    try {
      return new IndexOutcome.Indexed(item.placed(access.describe(item.location())));
    } catch (IOException e) {
      String why = Optional.ofNullable(e.getMessage()).orElse("It cannot be read.");
      return new IndexOutcome.Refused(
          item.location(),
          "Its entry does not say where it lies, and its header does not either: "
              + why.substring(0, 1).toLowerCase(Locale.ROOT)
              + why.substring(1));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
