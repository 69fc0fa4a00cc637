package org.coverscape.engine.inference;

import java.time.Duration;

/** A pool's books on one service. Guarded by the pool's lock. */
final class Lane {
  private final InferenceService service;
  private final ServiceEndpoint endpoint;
  private ServiceState state = ServiceState.LOST;
  private int epoch;
  private int arrival;
  private int inFlight;
  private long chips;
  private long retries;
  private long failures;
  private int failuresInRow;
  private long latencyNanos;
  private String lastFault = "";
  private boolean proven = true;
  private long lostAtNanos;
  private long lostNanos;

  Lane(InferenceService service) {
    this.service = service;
    this.endpoint = service.endpoint();
  }

  ServiceEndpoint endpoint() {
    return endpoint;
  }

  InferenceService service() {
    return service;
  }

  ServiceState state() {
    return state;
  }

  /** Counts changes of state, so that a timer set under one state does nothing under the next. */
  int epoch() {
    return epoch;
  }

  /** Counts how often the service was reached anew. */
  int arrival() {
    return arrival;
  }

  int inFlight() {
    return inFlight;
  }

  void send() {
    inFlight++;
  }

  void returned() {
    inFlight--;
  }

  void scored(long nanos) {
    chips++;
    latencyNanos += nanos;
    failuresInRow = 0;
    proven = true;
    lostNanos = 0;
  }

  /** Keeps a fault's sentence for whoever looks at the service. */
  void note(ServiceFault fault) {
    lastFault = String.valueOf(fault.getMessage());
  }

  void failed(ServiceFault fault, boolean retried) {
    note(fault);
    if (retried) {
      retries++;
    } else {
      failures++;
    }
    switch (fault.kind()) {
      case OVERLOADED, TEMPORARY, UNUSABLE -> failuresInRow++;
      case UNREACHABLE, PERMANENT -> failuresInRow = 0;
    }
  }

  int failuresInRow() {
    return failuresInRow;
  }

  /** It was reached before the first chip. */
  void begin() {
    become(ServiceState.UP);
  }

  void up(long nowNanos) {
    if (state == ServiceState.LOST) {
      arrival++;
      lostNanos += nowNanos - lostAtNanos;
    }
    become(ServiceState.UP);
  }

  void aside() {
    become(ServiceState.ASIDE);
  }

  /** Answers whether the service had scored anything since it last came up. */
  boolean lose(long nowNanos) {
    become(ServiceState.LOST);
    lostAtNanos = nowNanos;
    boolean worked = proven;
    proven = false;
    return worked;
  }

  void die(String why) {
    lastFault = why;
    become(ServiceState.DEAD);
  }

  private void become(ServiceState next) {
    state = next;
    epoch++;
  }

  /**
   * What is left of the time it may be lost. A service that answers probes and never a chip uses it
   * up too, because only scores start it again.
   */
  Duration patienceLeft(Duration limit) {
    Duration left = limit.minusNanos(lostNanos);
    return left.isNegative() ? Duration.ZERO : left;
  }

  ServiceStats stats() {
    return new ServiceStats(
        endpoint,
        chips,
        retries,
        failures,
        inFlight,
        state,
        Duration.ofNanos(chips == 0 ? 0 : latencyNanos / chips),
        lastFault);
  }
}
