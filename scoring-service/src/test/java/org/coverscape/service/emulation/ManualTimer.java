package org.coverscape.service.emulation;

import java.util.PriorityQueue;

/** A clock that moves only when it is told to. */
final class ManualTimer implements Timer {
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private long now;
  private long count;

  private record Task(long time, long order, Runnable run) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      int byTime = Long.compare(time, other.time);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  ManualTimer(long start) {
    now = start;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void at(long time, Runnable task) {
    if (time <= now) {
      task.run();
    } else {
      tasks.add(new Task(time, count++, task));
    }
  }

  /** Moves on, and does on the way what is due. */
  void advance(double millis) {
    long end = now + Math.round(millis * 1e6);
    while (!tasks.isEmpty() && tasks.element().time() <= end) {
      Task task = tasks.remove();
      now = Math.max(now, task.time());
      task.run().run();
    }
    now = end;
  }

  /** Moves on to a later time at once, as a computer does that was busy: what is due comes late. */
  void jump(double millis) {
    now += Math.round(millis * 1e6);
    advance(0);
  }
}
