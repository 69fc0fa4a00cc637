package org.coverscape.engine.inference;

import java.util.Random;
import java.util.function.LongUnaryOperator;

/** The timing of a service, on a clock of its own: when a call that comes now will be answered. */
interface SimulatedDevice {
  long MILLI = 1_000_000L;

  /** The time of the answer to a call that arrives at a time; calls arrive in order. */
  long answerAt(long arrival);

  /**
   * One call after another.
   *
   * @param service how long a call that begins at a time takes, in nanoseconds
   */
  static SimulatedDevice serial(LongUnaryOperator service, double jitter, long seed) {
    Random random = new Random(seed);
    return new SimulatedDevice() {
      private long free;

      @Override
      public long answerAt(long arrival) {
        long begin = Math.max(arrival, free);
        double factor = Math.max(0.2, 1 + jitter * random.nextGaussian());
        free = begin + (long) (service.applyAsLong(begin) * factor);
        return free;
      }
    };
  }

  /**
   * Calls in batches: a batch begins when the device is free and takes a base and a part per call.
   */
  static SimulatedDevice batching(int most, long base, long each) {
    return new SimulatedDevice() {
      private long begin = Long.MIN_VALUE;
      private int size;

      @Override
      public long answerAt(long arrival) {
        // all that arrive while a batch runs form the next one; its size is not known before it
        // begins, so that each is told the time of a full one of as many as came so far
        if (arrival > begin || size == most) {
          long end = begin == Long.MIN_VALUE ? 0 : begin + base + each * size;
          begin = Math.max(end, arrival);
          size = 0;
        }
        size++;
        return begin + base + each * size;
      }
    };
  }

  /** The same device further away. */
  default SimulatedDevice behind(long roundTrip) {
    SimulatedDevice near = this;
    return arrival -> near.answerAt(arrival + roundTrip / 2) + roundTrip / 2;
  }
}
