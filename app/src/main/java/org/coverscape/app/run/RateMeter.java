package org.coverscape.app.run;

import java.util.ArrayDeque;
import java.util.Deque;

/** The rate of a count over the last few seconds. Not thread-safe. */
final class RateMeter {
  private static final long WINDOW_NANOS = 4_000_000_000L;

  private record Reading(long nanos, long count) {}

  private final Deque<Reading> readings = new ArrayDeque<>();

  /** Takes a reading and returns the rate per second since the oldest one in the window. */
  double read(long nanos, long count) {
    readings.addLast(new Reading(nanos, count));
    while (readings.size() > 2 && nanos - readings.getFirst().nanos() > WINDOW_NANOS) {
      readings.removeFirst();
    }
    Reading first = readings.getFirst();
    double seconds = (nanos - first.nanos()) / 1e9;
    return seconds > 0 ? (count - first.count()) / seconds : 0;
  }

  /** Forgets all readings: after a pause the rate begins anew. */
  void reset() {
    readings.clear();
  }
}
