package org.coverscape.service.emulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/**
 * The device on a clock of its own: it works on one batch after the other, and knows when each will
 * be done without waiting for it. Late wake-ups of a real clock never add up. A serial device is
 * one with batches of 1. Not thread-safe.
 *
 * <p>A batch begins when the device is free and the batch is full or its first image has waited
 * long enough.
 */
final class Device {
  /** An end that is never reached, and to which times can be added. */
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private final int batch;
  private final long gather;
  private final DeviceTime time;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Long> ends = new ArrayDeque<>();
  private long free = Long.MIN_VALUE;

  /** An image that is ready for the device at a time, and who is told when it will be done. */
  private record Waiting(long ready, LongConsumer done) {}

  Device(FpgaSettings settings) {
    batch = settings.batch();
    gather = settings.gather().toNanos();
    time = new DeviceTime(settings);
  }

  /** How many images it holds at a time, waiting or in work. */
  int held(long now) {
    decide(now);
    while (!ends.isEmpty() && ends.getFirst() <= now) {
      ends.removeFirst();
    }
    return waiting.size() + ends.size();
  }

  /**
   * Takes an image.
   *
   * @param ready when it is prepared; never earlier than that of the image before
   * @param done told when it will be done, as soon as that is certain
   */
  void take(long ready, LongConsumer done) {
    waiting.add(new Waiting(ready, done));
    decide(Long.MIN_VALUE);
  }

  /** Begins every batch that is certain by now: full ones, and those that have waited. */
  void decide(long now) {
    while (!waiting.isEmpty() && (waiting.size() >= batch || start() <= now)) {
      begin(start());
    }
  }

  /** When to call {@link #decide} next, where images wait for more. */
  OptionalLong next() {
    return waiting.isEmpty() ? OptionalLong.empty() : OptionalLong.of(start());
  }

  private long start() {
    long start = waiting.getFirst().ready() + gather;
    if (waiting.size() >= batch) {
      start = Math.min(start, lastOfBatch());
    }
    return Math.max(free, start);
  }

  private long lastOfBatch() {
    int count = 0;
    for (Waiting image : waiting) {
      if (++count == batch) {
        return image.ready();
      }
    }
    throw new IllegalStateException("a batch of " + batch + " among " + waiting.size());
  }

  private void begin(long start) {
    Deque<Waiting> images = new ArrayDeque<>();
    while (!waiting.isEmpty() && images.size() < batch && waiting.getFirst().ready() <= start) {
      images.add(waiting.removeFirst());
    }
    free = start + Math.min(time.next(images.size()), Math.max(0, FOREVER - start));
    for (Waiting image : images) {
      ends.add(free);
      image.done().accept(free);
    }
  }
}
