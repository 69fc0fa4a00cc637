package org.coverscape.app.model;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.service.model.ChipModel;
import org.coverscape.service.model.ModelFault;
import org.coverscape.service.model.ModelIdentity;
import org.coverscape.service.model.ModelOutput;

/**
 * A network whose answer is the chip's first pixel: its red, modulo 6, is the class. Each answer
 * waits for leave, of which there is plenty unless the gate is shut. Thread-safe.
 */
final class FakeModel implements ChipModel {
  private static final int PLENTY = 1_000_000;

  final Semaphore leave = new Semaphore(PLENTY);
  final AtomicInteger answered = new AtomicInteger();
  private volatile boolean failing;
  private volatile boolean dense;

  /** Lets so many chips through from now on. */
  void letThrough(int chips) {
    leave.drainPermits();
    leave.release(chips);
  }

  /** Lets all chips through. */
  void open() {
    leave.release(PLENTY / 2);
  }

  /** Whether it fails on every other chip. */
  void fail(boolean now) {
    failing = now;
  }

  /** Answers for cells of 32 m too: those of the northern row are cultivated. */
  void offerCells() {
    dense = true;
  }

  @Override
  public ModelIdentity identity() {
    return new ModelIdentity("fake", 1);
  }

  @Override
  public int width(ModelOutput output) {
    return switch (output) {
      case SCORES -> 6;
      case DENSE -> dense ? 7 * 7 * 6 : 0;
      case FEATURES -> 0;
    };
  }

  @Override
  public float[] answer(byte[] pixels, ModelOutput output) throws ModelFault {
    int first = pixels[0] & 0xFF;
    if (first != Office.EVEN && first != Office.ODD) {
      // no chip of the test's ground: somebody asks whether the service answers
      return new float[width(output)];
    }
    try {
      leave.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (failing && first == Office.ODD) {
      throw new IllegalStateException("as asked");
    }
    answered.incrementAndGet();
    float[] scores = new float[width(output)];
    for (int cell = 0; cell < scores.length / 6; cell++) {
      boolean north = output == ModelOutput.DENSE && cell < 7;
      scores[6 * cell + (north ? 1 : first % 6)] = north ? 0.7f : 0.9f;
    }
    return scores;
  }

  @Override
  public void close() {
    open();
  }
}
