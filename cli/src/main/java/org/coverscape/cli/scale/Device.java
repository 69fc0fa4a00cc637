package org.coverscape.cli.scale;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A service's device: one image after another, the rest waits. It can die, which fails what it
 * holds, and come back.
 */
final class Device {
  /** What becomes of an image. */
  interface Fate {
    /** It was scored. */
    void scored();

    /** The service died on it, or was dead. */
    void lost();
  }

  private final Timeline timeline;
  private final double secondsPerImage;
  private final Jitter jitter;
  private final SplittableRandom random;
  private final Deque<Fate> waiting = new ArrayDeque<>();
  private @Nullable Fate working;
  private boolean dead;
  private int life;
  private double busy;
  private long scored;

  Device(Timeline timeline, double secondsPerImage, Jitter jitter, SplittableRandom random) {
    this.timeline = timeline;
    this.secondsPerImage = secondsPerImage;
    this.jitter = jitter;
    this.random = random;
  }

  /** Takes an image. */
  void take(Fate image) {
    if (dead) {
      image.lost();
    } else if (working == null) {
      begin(image);
    } else {
      waiting.add(image);
    }
  }

  private void begin(Fate image) {
    working = image;
    double seconds = secondsPerImage * jitter.next(random);
    int then = life;
    timeline.after(
        seconds,
        () -> {
          if (life == then) {
            end(image, seconds);
          }
        });
  }

  private void end(Fate image, double seconds) {
    busy += seconds;
    scored++;
    working = null;
    Fate next = waiting.poll();
    if (next != null) {
      begin(next);
    }
    image.scored();
  }

  /** Dies; nothing happens to a device that is dead. */
  void die() {
    dead = true;
    life++;
    Fate torn = working;
    working = null;
    if (torn != null) {
      torn.lost();
    }
    for (Fate image = waiting.poll(); image != null; image = waiting.poll()) {
      image.lost();
    }
  }

  /** Comes back, empty. */
  void restart() {
    dead = false;
  }

  boolean isDead() {
    return dead;
  }

  /** Seconds in which it worked on images that it finished. */
  double busySeconds() {
    return busy;
  }

  /** Images it finished. */
  long scored() {
    return scored;
  }
}
