package org.coverscape.engine.scoring;

/** Lets threads through while it is open. Thread-safe; open at first. */
final class PauseGate {
  private boolean closed;

  synchronized boolean isClosed() {
    return closed;
  }

  synchronized void close() {
    closed = true;
  }

  synchronized void open() {
    closed = false;
    notifyAll();
  }

  /** Waits until it is open. */
  synchronized void pass() throws InterruptedException {
    while (closed) {
      wait();
    }
  }
}
