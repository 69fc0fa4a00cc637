package org.coverscape.engine.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Tries again what may succeed a little later, with ever longer waits and some chance in them, so
 * that clients do not come back all at once. Thread-safe.
 */
final class Attempts {
  /** One request. */
  interface Attempt<T> {
    /** Sends it. */
    T send() throws WebException, InterruptedException;

    /** Bytes that all tries brought together: one that brings some does not count as failed. */
    default long progress() {
      return 0;
    }
  }

  private static final Duration FIRST_WAIT = Duration.ofMillis(250);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  /** Tries at a host that never answered: most likely its name is wrong. */
  private static final int TRIES_AT_STRANGERS = 3;

  /** Bytes that count as progress. */
  private static final long STEP = 1 << 14;

  private final WebSettings settings;
  private final Pause pause;
  private final LongSupplier nanos;
  private final DoubleSupplier chance;
  private final Map<String, HostHealth> hosts = new ConcurrentHashMap<>();

  /**
   * Nothing is known of any host yet.
   *
   * @param nanos the time, as {@link System#nanoTime}
   * @param chance numbers from 0 to 1
   */
  Attempts(WebSettings settings, Pause pause, LongSupplier nanos, DoubleSupplier chance) {
    this.settings = settings;
    this.pause = pause;
    this.nanos = nanos;
    this.chance = chance;
  }

  /**
   * Sends a request until it succeeds.
   *
   * @throws WebException the last fault, when it is of no use to go on
   */
  <T> T run(URI uri, Attempt<T> attempt) throws WebException, InterruptedException {
    HostHealth health = hosts.computeIfAbsent(WebFaults.host(uri), host -> new HostHealth());
    long began = nanos.getAsLong();
    long progress = 0;
    int failures = 0;
    while (true) {
      var resting = health.fault(nanos.getAsLong());
      if (resting.isPresent()) {
        throw resting.get();
      }
      try {
        T result = attempt.send();
        health.answered();
        return result;
      } catch (WebException e) {
        note(health, e);
        if (isProgress(attempt.progress() - progress, nanos.getAsLong() - began)) {
          progress = attempt.progress();
          failures = 0;
          began = nanos.getAsLong();
        }
        failures++;
        await(health, e, failures, began);
      }
    }
  }

  /** Not so what drips: that would never end. */
  private static boolean isProgress(long bytes, long time) {
    return bytes >= STEP && bytes >= Pace.least(time);
  }

  private static void note(HostHealth health, WebException fault) {
    if (!fault.kind().isPassing() && fault.kind() != WebException.Kind.STOPPED) {
      health.answered();
    }
  }

  /** Waits before the next try, or throws the fault when there is to be none. */
  private void await(HostHealth health, WebException fault, int failures, long began)
      throws WebException, InterruptedException {
    if (!fault.kind().isPassing()) {
      throw fault;
    }
    long now = nanos.getAsLong();
    boolean unreachable = fault.kind() == WebException.Kind.UNREACHABLE;
    boolean stranger = unreachable && !health.isKnown();
    int most = stranger ? Math.min(TRIES_AT_STRANGERS, settings.attempts()) : settings.attempts();
    // as durations: a host may ask for more nanoseconds than a number holds
    Duration left = settings.patience().minusNanos(now - began);
    Duration wait = wait(fault, failures, left);
    boolean inTime = wait.compareTo(left) <= 0 && left.toNanos() > 0;
    // a host that is not even reached is not burdened
    if (failures >= most || !inTime || !(unreachable || health.takeRetry())) {
      health.givenUp(fault, now);
      throw fault;
    }
    if (!pause.await(wait)) {
      throw WebFaults.stopped();
    }
  }

  /**
   * What the host asks for, or twice the wait before, up to a half less by chance; the last try is
   * when the time is up.
   */
  private Duration wait(WebException fault, int failures, Duration left) {
    double seconds = FIRST_WAIT.toMillis() / 1e3 * Math.pow(2, Math.min(failures - 1, 30));
    double bounded = Math.min(seconds, LONGEST_WAIT.toMillis() / 1e3);
    Duration usual = Duration.ofMillis((long) (1e3 * bounded * (0.5 + chance.getAsDouble() / 2)));
    Duration own = usual.compareTo(left) > 0 ? left : usual;
    return fault.retryAfter().filter(asked -> asked.compareTo(own) > 0).orElse(own);
  }
}
