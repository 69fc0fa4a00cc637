package org.coverscape.app.work;

import java.util.function.Consumer;

/**
 * Work that is asked for again and again: while it is under way, any number of requests lead to one
 * more turn after it. Used on the screen's thread only.
 */
public final class OneMore {
  private final Consumer<Runnable> work;
  private boolean busy;
  private boolean again;

  /**
   * Work that is not asked for yet.
   *
   * @param work begins a turn, and is handed what to call on the screen's thread at its end,
   *     whatever came of it
   */
  public OneMore(Consumer<Runnable> work) {
    this.work = work;
  }

  /** Begins a turn now, or when the present one has ended. */
  public void ask() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    work.accept(this::ended);
  }

  private void ended() {
    busy = false;
    if (again) {
      again = false;
      ask();
    }
  }
}
