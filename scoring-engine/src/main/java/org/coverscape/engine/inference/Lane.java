package org.coverscape.engine.inference;

import java.time.Duration;
import java.util.Optional;

/** A pool's books on one service. Guarded by the pool's lock. */
final class Lane {
  private final InferenceService service;
  private final ServiceEndpoint endpoint;
  private final String name;
  private final Window window;
  private final long longestNanos;
  private final LatencyHistogram latencies = new LatencyHistogram();
  private final RateMeter rate;
  private ServiceState state = ServiceState.LOST;
  private int epoch;
  private int arrival;
  private int inFlight;
  private int stale;
  private long chips;
  private long retries;
  private long failures;
  private int failuresInRow;
  private int refusalsInRow;
  private long refusedAt;
  private long restsUntil;
  private long calls;
  private long latencyNanos;
  private String lastFault = "";
  private String complaint = "";
  private boolean proven = true;
  private int timesAside;
  private long lostAtNanos;
  private long lostNanos;

  Lane(InferenceService service, PoolSettings settings, long now) {
    this.service = service;
    this.endpoint = service.endpoint();
    this.name = endpoint.toString();
    this.window =
        service.fixedWindow().isPresent()
            ? new FixedWindow(service.fixedWindow().getAsInt())
            : settings.inFlight().window(now);
    this.longestNanos = settings.limits().callTo(service).toNanos();
    this.rate = new RateMeter(now);
    this.restsUntil = now;
    this.lostAtNanos = now;
  }

  ServiceEndpoint endpoint() {
    return endpoint;
  }

  /** The endpoint in words. */
  String name() {
    return name;
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

  /**
   * Calls that it may have at once: one as long as it has not proven itself anew, besides those
   * that it had before it went away.
   */
  int limit() {
    return proven ? window.limit() : stale + 1;
  }

  /** Whether another call may leave now. */
  boolean isOpen(long now) {
    return state == ServiceState.UP && inFlight < limit() && now - restsUntil >= 0;
  }

  /** Whether it may ever get a chip again. */
  boolean hasFuture() {
    return state != ServiceState.DEAD && state != ServiceState.LEFT;
  }

  void sent(long now) {
    inFlight++;
    window.sent(now);
  }

  /**
   * A call is over.
   *
   * @param outdated whether it was sent before the service last went away
   */
  void returned(long now, boolean outdated) {
    inFlight--;
    if (outdated) {
      stale = Math.max(0, stale - 1);
    }
    window.ended(now);
  }

  /** A call brought scores, of which so many were the first. */
  void answered(long now, long latency, int scored) {
    window.answered(now, latency);
    latencies.add(latency);
    rate.add(now, scored);
    calls++;
    latencyNanos += latency;
    chips += scored;
    failuresInRow = 0;
    refusalsInRow = 0;
    timesAside = 0;
    proven = true;
    lostNanos = 0;
  }

  /**
   * A call was refused because there is too much to do; answers how long to leave the service
   * alone. Of calls that left together one counts.
   */
  Duration refused(long now, long sentAt, Duration base, Duration cap) {
    window.refused(now, sentAt);
    if (refusalsInRow == 0 || sentAt - refusedAt > 0) {
      Duration rest = base.multipliedBy(1L << Math.min(10, refusalsInRow));
      refusalsInRow++;
      refusedAt = now;
      restsUntil = now + (rest.compareTo(cap) < 0 ? rest : cap).toNanos();
    }
    return Duration.ofNanos(Math.max(1, restsUntil - now));
  }

  /** Keeps a fault's sentence for whoever looks at the service. */
  void note(ServiceFault fault) {
    lastFault = String.valueOf(fault.getMessage());
    complaint = fault.kind() == ServiceFault.Kind.UNREACHABLE ? "" : lastFault;
  }

  /** What last was wrong with it while it could be reached; empty where it was just not there. */
  Optional<String> complaint() {
    return complaint.isEmpty() ? Optional.empty() : Optional.of(complaint);
  }

  /** A chip failed here. */
  void failed(boolean retried) {
    if (retried) {
      retries++;
    } else {
      failures++;
    }
  }

  /**
   * A call failed.
   *
   * @param elsewhere whether there are other services: a refusal for good says of the only one that
   *     the chips are wrong for it, and soonest shown is best
   */
  void called(ServiceFault.Kind kind, boolean elsewhere) {
    switch (kind) {
      case TEMPORARY, UNUSABLE -> failuresInRow++;
      case PERMANENT -> failuresInRow += elsewhere ? 1 : 0;
      case UNREACHABLE -> failuresInRow = 0;
      case OVERLOADED -> {}
    }
  }

  /** A call took so long that another service was first. */
  void overtaken() {
    failuresInRow++;
  }

  /** Whether it fails again and again. */
  boolean isTripped(int most) {
    return failuresInRow >= most;
  }

  /** It was reached before the first chip. */
  void begin() {
    become(ServiceState.UP);
  }

  void up(long now) {
    if (state == ServiceState.LOST) {
      arrival++;
      stale = inFlight;
      lostNanos += now - lostAtNanos;
      window.forget(now);
    }
    failuresInRow = 0;
    refusalsInRow = 0;
    complaint = "";
    become(ServiceState.UP);
  }

  /** Puts it aside; answers how often that happened since it last scored a chip. */
  int aside() {
    become(ServiceState.ASIDE);
    return ++timesAside;
  }

  /** It says of itself that it wants no chips. */
  void standAside() {
    lastFault = "The service at " + name + " wants no chips; make it ready and resume the job.";
    complaint = lastFault;
    become(ServiceState.ASIDE);
  }

  /** Answers whether the service had scored anything since it last came up. */
  boolean lose(long now) {
    become(ServiceState.LOST);
    lostAtNanos = now;
    boolean worked = proven;
    proven = false;
    return worked;
  }

  void die(String why) {
    lastFault = why;
    become(ServiceState.DEAD);
  }

  void leave() {
    become(ServiceState.LEFT);
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

  /** How long a call to it may take. */
  long longestNanos() {
    return longestNanos;
  }

  /** The latency that half of its calls stay below; zero before the first. */
  long usualNanos() {
    return latencies.percentile(0.5).toNanos();
  }

  /** The latency that hardly a call goes beyond; zero before the first. */
  long longNanos() {
    return latencies.percentile(0.99).toNanos();
  }

  ServiceStats stats(long now) {
    return new ServiceStats(
        endpoint,
        chips,
        retries,
        failures,
        inFlight,
        limit(),
        state,
        rate.rate(now),
        new ServiceStats.Latency(
            Duration.ofNanos(calls == 0 ? 0 : latencyNanos / calls),
            latencies.percentile(0.5),
            latencies.percentile(0.99)),
        lastFault);
  }
}
