package org.coverscape.engine.scoring;

/** Measures the time one thread spends at work, less the pauses. Not thread-safe. */
final class Stopwatch {
  private long nanos;
  private long since;
  private boolean running;

  void start() {
    since = System.nanoTime();
    running = true;
  }

  void pause() {
    if (running) {
      nanos += System.nanoTime() - since;
      running = false;
    }
  }

  double seconds() {
    long now = running ? System.nanoTime() - since : 0;
    return (nanos + now) / 1e9;
  }
}
