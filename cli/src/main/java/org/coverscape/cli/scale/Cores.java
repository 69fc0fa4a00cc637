package org.coverscape.cli.scale;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Processor cores that work on what waits longest. Short urgent work goes before long work, but
 * interrupts none: the operating system does nearly the same for threads that mostly wait.
 */
final class Cores {
  private record Work(double seconds, Runnable done) {}

  private final Timeline timeline;
  private final Deque<Work> urgent = new ArrayDeque<>();
  private final Deque<Work> waiting = new ArrayDeque<>();
  private int idle;
  private double busy;

  Cores(Timeline timeline, int count) {
    this.timeline = timeline;
    idle = count;
  }

  /** Works for so long, as soon as a core is free and nothing urgent waits. */
  void work(double seconds, Runnable done) {
    enter(waiting, new Work(seconds, done));
  }

  /** Works for so long, as soon as a core is free. */
  void workSoon(double seconds, Runnable done) {
    enter(urgent, new Work(seconds, done));
  }

  /** Seconds of work done, over all cores. */
  double busySeconds() {
    return busy;
  }

  private void enter(Deque<Work> queue, Work work) {
    if (idle > 0) {
      idle--;
      begin(work);
    } else {
      queue.add(work);
    }
  }

  private void begin(Work work) {
    busy += work.seconds();
    timeline.after(
        work.seconds(),
        () -> {
          Work next = urgent.isEmpty() ? waiting.poll() : urgent.poll();
          if (next == null) {
            idle++;
          } else {
            begin(next);
          }
          work.done().run();
        });
  }
}
