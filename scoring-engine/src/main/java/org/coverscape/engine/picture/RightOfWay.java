package org.coverscape.engine.picture;

import java.util.concurrent.TimeUnit;

/** Lets pictures that somebody waits for go before what is made for later. Thread-safe. */
final class RightOfWay {
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private int waitedFor;

  /** Begins a picture that somebody waits for. */
  synchronized void enter() {
    waitedFor++;
  }

  /** Ends one. */
  synchronized void leave() {
    waitedFor--;
    notifyAll();
  }

  /** Waits until there is none, a tenth of a second at most: what is for later gets done too. */
  synchronized void giveWay() throws InterruptedException {
    long end = System.nanoTime() + MOST_NANOS;
    long left = MOST_NANOS;
    while (waitedFor > 0 && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }
}
