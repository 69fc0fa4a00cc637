package org.coverscape.map.frame;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Paints the wanted frame on a thread of its own, again when its content has changed, at most some
 * 25 times a second, and waits for the rest of the time.
 *
 * <p>Pictures go round: free → being painted → finished → shown → resting → free. A picture rests
 * until the next is shown, because the toolkit may still be drawing it. A frame in which there is
 * nothing to see has no pixels, and while nobody sees the layer no picture is kept.
 */
final class FrameWorker {
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(40);

  /** After so long with nothing to do, spare pictures are given back. */
  private static final long IDLE = TimeUnit.SECONDS.toNanos(2);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private final FramePainter painter;
  private final Runnable finishedOne;
  private final FrameFaults faults;
  private final Thread thread;
  private final Deque<Picture> free = new ArrayDeque<>();
  private @Nullable Picture resting;
  private @Nullable Picture finished;
  private @Nullable Frame wanted;
  private @Nullable Frame painted;
  private volatile boolean stale = true;
  private boolean resumed = true;
  private boolean closed;

  /**
   * A worker that is not started yet.
   *
   * @param finishedOne told on the worker thread that there is a picture to take
   * @param faults told on the worker thread what goes wrong
   */
  FrameWorker(String name, FramePainter painter, Runnable finishedOne, FrameFaults faults) {
    this.faults = faults;
    this.painter = painter;
    this.finishedOne = finishedOne;
    thread = new Thread(this::run, "coverscape-frames-" + name);
    thread.setDaemon(true);
  }

  /** Says which frame is wanted now; starts the thread the first time. */
  void want(Frame frame) {
    lock.lock();
    try {
      if (thread.getState() == Thread.State.NEW && !closed) {
        thread.start();
      }
      if (!frame.equals(wanted)) {
        wanted = frame;
        work.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Says that the content has changed; cheap. */
  void invalidate() {
    if (!stale) {
      lock.lock();
      try {
        stale = true;
        work.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Lets the worker rest, and its pictures go, while nobody sees the layer. */
  void setResumed(boolean seen) {
    lock.lock();
    try {
      resumed = seen;
      if (!seen) {
        release();
        finished = null;
        stale = true;
      }
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Exchanges the picture that is shown for a newer one, if there is one. JavaFX thread. */
  @Nullable Picture exchange(@Nullable Picture shown) {
    lock.lock();
    try {
      Picture next = finished;
      if (next == null) {
        return shown;
      }
      finished = null;
      if (resting != null && !resting.isBlank()) {
        free.push(resting);
      }
      resting = shown;
      if (next.isBlank()) {
        release();
      }
      next.commit();
      work.signalAll();
      return next;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the thread. */
  void close() {
    lock.lock();
    try {
      closed = true;
      work.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    long last = System.nanoTime() - BETWEEN;
    try {
      while (true) {
        Frame frame = next(last);
        if (frame == null) {
          return;
        }
        last = System.nanoTime();
        attempt(frame);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the next frame to paint; null when closed. */
  private @Nullable Frame next(long last) throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        Frame frame = wanted;
        boolean due = resumed && frame != null && (stale || !frame.equals(painted));
        long rest = last + BETWEEN - System.nanoTime();
        if (due && rest <= 0) {
          stale = false;
          painted = frame;
          return frame;
        }
        if (due) {
          long unused = work.awaitNanos(rest);
        } else if (free.isEmpty() && resting == null) {
          work.await();
        } else if (work.awaitNanos(IDLE) <= 0) {
          release();
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  /** Whatever happens, the thread goes on; the layer stays as it is until it changes. */
  private void attempt(Frame frame) {
    try {
      paint(frame);
    } catch (OutOfMemoryError e) {
      forget();
      faults.tell(e);
    } catch (RuntimeException | Error e) {
      faults.tell(e);
      finish(Picture.empty(frame), false);
    }
    finishedOne.run();
  }

  private void paint(Frame frame) {
    if (!painter.maySee(frame)) {
      finish(Picture.empty(frame), false);
      return;
    }
    Picture picture = blankPicture(frame);
    Painted outcome = painter.paint(frame, picture.argb());
    picture.set(frame, outcome == Painted.BLANK);
    finish(picture.isBlank() ? Picture.empty(frame) : picture, outcome == Painted.MOVING);
  }

  private Picture blankPicture(Frame frame) {
    Picture picture = reused(frame);
    if (picture == null) {
      return new Picture(frame);
    }
    Arrays.fill(picture.argb(), 0);
    return picture;
  }

  private @Nullable Picture reused(Frame frame) {
    lock.lock();
    try {
      free.removeIf(picture -> !picture.fits(frame));
      return free.poll();
    } finally {
      lock.unlock();
    }
  }

  private void finish(Picture picture, boolean moving) {
    lock.lock();
    try {
      if (finished != null && !finished.isBlank()) {
        free.push(finished);
      }
      finished = resumed ? picture : null;
      stale |= moving || !resumed;
    } finally {
      lock.unlock();
    }
  }

  private void forget() {
    lock.lock();
    try {
      release();
    } finally {
      lock.unlock();
    }
  }

  /** Lets pictures go that are kept only to be written again. */
  private void release() {
    free.clear();
    resting = null;
  }
}
