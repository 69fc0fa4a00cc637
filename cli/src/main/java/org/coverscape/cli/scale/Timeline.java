package org.coverscape.cli.scale;

import java.util.Arrays;

/**
 * What is going to happen, in the order of time; what is due at the same moment happens in the
 * order in which it was planned. A binary heap, because a run has tens of millions of events.
 */
final class Timeline {
  private static final int START_SIZE = 1024;

  private double[] times = new double[START_SIZE];
  private long[] orders = new long[START_SIZE];
  private Runnable[] actions = new Runnable[START_SIZE];
  private int size;
  private long planned;
  private double now;

  /** The time of the event that is happening, in seconds from the start. */
  double now() {
    return now;
  }

  /** Plans something for a moment from now. */
  void after(double seconds, Runnable action) {
    at(now + seconds, action);
  }

  /** Plans something for a moment that is not past. */
  void at(double time, Runnable action) {
    if (!(time >= now)) {
      throw new IllegalArgumentException("an event at " + time + " is before " + now);
    }
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      orders = Arrays.copyOf(orders, 2 * size);
      actions = Arrays.copyOf(actions, 2 * size);
    }
    place(rise(size++, time, planned), time, planned, action);
    planned++;
  }

  /** Lets everything happen, until nothing is planned any more. */
  void run() {
    while (size > 0) {
      now = times[0];
      Runnable action = actions[0];
      removeFirst();
      action.run();
    }
  }

  private void place(int slot, double time, long order, Runnable action) {
    times[slot] = time;
    orders[slot] = order;
    actions[slot] = action;
  }

  private void move(int from, int to) {
    place(to, times[from], orders[from], actions[from]);
  }

  private int rise(int from, double time, long order) {
    int slot = from;
    while (slot > 0) {
      int parent = (slot - 1) / 2;
      if (isBefore(times[parent], orders[parent], time, order)) {
        break;
      }
      move(parent, slot);
      slot = parent;
    }
    return slot;
  }

  private void removeFirst() {
    size--;
    double time = times[size];
    long order = orders[size];
    Runnable action = actions[size];
    int slot = 0;
    for (int child = 1; child < size; child = 2 * slot + 1) {
      if (child + 1 < size
          && isBefore(times[child + 1], orders[child + 1], times[child], orders[child])) {
        child++;
      }
      if (isBefore(time, order, times[child], orders[child])) {
        break;
      }
      move(child, slot);
      slot = child;
    }
    if (size > 0) {
      place(slot, time, order, action);
    }
  }

  private static boolean isBefore(double time, long order, double other, long otherOrder) {
    return time < other || (time == other && order < otherOrder);
  }
}
