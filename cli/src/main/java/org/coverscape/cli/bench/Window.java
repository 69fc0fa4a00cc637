package org.coverscape.cli.bench;

import org.coverscape.engine.inference.PoolSettings;

/**
 * How many calls are kept in flight to each service.
 *
 * @param calls 1 or more; 0 where the client finds out by itself
 */
record Window(int calls) {
  /** The client finds out by itself. */
  static final Window ADAPTIVE = new Window(0);

  Window {
    if (calls < 0) {
      throw new IllegalArgumentException("A window cannot be negative.");
    }
  }

  static Window fixed(int calls) {
    if (calls < 1) {
      throw new IllegalArgumentException("At least 1 call has to be in flight, not " + calls + ".");
    }
    return new Window(calls);
  }

  boolean isAdaptive() {
    return calls == 0;
  }

  /** The pool's settings for it. */
  PoolSettings settings() {
    PoolSettings usual = PoolSettings.defaults();
    return isAdaptive() ? usual : usual.withInFlight(calls);
  }

  /** The name in tables: a number, or {@code adaptive}. */
  String label() {
    return isAdaptive() ? "adaptive" : Integer.toString(calls);
  }
}
