package org.coverscape.app.work;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Answers only the last of many questions: while one is worked on, only the newest other one waits,
 * and what an overtaken one comes to is dropped, or told all the same where something on screen is
 * to follow the hand. Used on the screen's thread only.
 */
public final class Latest {
  private final Background background;
  private final boolean following;
  private long asked;
  private long forgotten;
  private boolean busy;
  private @Nullable Runnable next;

  /** Questions that are worked on by some threads. */
  public Latest(Background background) {
    this(background, false);
  }

  private Latest(Background background, boolean following) {
    this.background = background;
    this.following = following;
  }

  /** The same, but an answer that was overtaken is told when it comes: new ones never cease. */
  public static Latest following(Background background) {
    return new Latest(background, true);
  }

  /** Asks; the consumers are called on the screen's thread, unless a newer question came. */
  public <T> void ask(Callable<T> work, Consumer<T> done, Consumer<String> failed) {
    long number = ++asked;
    Runnable start =
        () ->
            background.run(
                work,
                result -> ended(number, () -> done.accept(result)),
                sentence -> ended(number, () -> failed.accept(sentence)));
    if (busy) {
      next = start;
    } else {
      busy = true;
      start.run();
    }
  }

  /** Forgets what was asked; no consumer is called any more. */
  public void cancel() {
    forgotten = asked;
    next = null;
  }

  private void ended(long number, Runnable tell) {
    Runnable waiting = next;
    next = null;
    busy = waiting != null;
    if (waiting != null) {
      waiting.run();
    }
    if (number > forgotten && (following || number == asked)) {
      tell.run();
    }
  }
}
