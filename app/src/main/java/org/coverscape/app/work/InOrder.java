package org.coverscape.app.work;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Does pieces of work one after the other, in the order they were asked for. At most {@value
 * #QUEUE} wait; more are refused with a sentence. Used on the screen's thread only.
 */
public final class InOrder {
  private static final int QUEUE = 256;

  private final Background background;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Work that is done by some threads. */
  public InOrder(Background background) {
    this.background = background;
  }

  /** Asks for a piece of work; the consumers are called on the screen's thread. */
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    if (waiting.size() >= QUEUE) {
      failed.accept("Too much is being done at once; try again soon.");
      return;
    }
    waiting.add(
        () ->
            background.run(
                work,
                result -> {
                  next();
                  done.accept(result);
                },
                sentence -> {
                  next();
                  failed.accept(sentence);
                }));
    if (!busy) {
      next();
    }
  }

  private void next() {
    Runnable first = waiting.poll();
    busy = first != null;
    if (first != null) {
      first.run();
    }
  }
}
