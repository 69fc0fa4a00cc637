package org.coverscape.service.emulation;

import java.util.PriorityQueue;

/**
 * Preprocessing on the CPU beside the device: each image takes the same time, several at once, in
 * the order they came. Not thread-safe.
 */
final class Preparation {
  private final long time;
  private final PriorityQueue<Long> lanes = new PriorityQueue<>();

  Preparation(FpgaSettings settings) {
    time = settings.prepare().toNanos();
    for (int i = 0; i < settings.lanes().orElse(0); i++) {
      lanes.add(Long.MIN_VALUE);
    }
  }

  /** When an image that comes now is prepared; times never go back from call to call. */
  long ready(long arrival) {
    Long free = lanes.poll();
    if (free == null) { // as many at once as there are
      return arrival + time;
    }
    long ready = Math.max(arrival, free) + time;
    lanes.add(ready);
    return ready;
  }
}
