package org.coverscape.map;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * Turns any number of wishes to paint into one painting per pulse of the toolkit, and rests when
 * there is nothing to do.
 */
final class MapPulse extends AnimationTimer {
  /** What is done within a frame. */
  interface Frame {
    /**
     * Moves and paints.
     *
     * @param seconds time since the last frame
     * @return whether another frame is needed in any case
     */
    boolean run(double seconds);
  }

  /** The time that a first frame after a rest, or a late one, counts for. */
  private static final double FRAME = 1 / 60.0;

  private static final double LATEST = 0.1;

  private final Frame frame;
  private final AtomicBoolean asked = new AtomicBoolean();
  private boolean running;
  private boolean closed;
  private long last;

  MapPulse(Frame frame) {
    this.frame = frame;
  }

  /** Asks for a frame; from any thread. */
  void wake() {
    if (asked.compareAndSet(false, true)) {
      if (Platform.isFxApplicationThread()) {
        begin();
      } else {
        Platform.runLater(this::begin);
      }
    }
  }

  /** No frames any more. */
  void close() {
    closed = true;
    stop();
  }

  private void begin() {
    if (!running && !closed) {
      running = true;
      last = 0;
      start();
    }
  }

  @Override
  public void handle(long now) {
    asked.set(false);
    double seconds = last == 0 ? FRAME : Math.min(LATEST, (now - last) / 1e9);
    last = now;
    boolean more = frame.run(seconds);
    if (!more && !asked.get()) {
      running = false;
      stop();
    }
  }
}
