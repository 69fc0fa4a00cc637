package org.coverscape.cli.bench;

import org.coverscape.engine.landcover.ChipOutcome;

/**
 * Checks answers and keeps the time between the one that ends the warm-up and the last.
 * Thread-safe.
 *
 * <p>Counting from answer to answer leaves out how a run begins and ends, which would favour small
 * windows in short runs.
 */
final class AnswerBook {
  private final ProcessorTime processors = new ProcessorTime();
  private final int warmUp;
  private final int all;
  private int ended;
  private int wrong;
  private int unscored;
  private long began;
  private long finished;
  private long cpuBegan;
  private long cpuFinished;

  AnswerBook(int warmUp, int measured) {
    this.warmUp = warmUp;
    this.all = warmUp + measured;
  }

  /** Takes in how a chip ended. */
  synchronized void ended(Question question, ChipOutcome outcome) {
    if (!(outcome instanceof ChipOutcome.Scored scored)) {
      unscored++;
    } else if (!scored.scores().equals(question.answer())
        || !scored.index().equals(question.chip().index())) {
      wrong++;
    }
    ended++;
    if (ended == warmUp) {
      cpuBegan = processors.nanos();
      began = System.nanoTime();
    } else if (ended == all) {
      finished = System.nanoTime();
      cpuFinished = processors.nanos();
    }
  }

  /**
   * What was measured.
   *
   * @param callMillis mean length of a call
   * @param checkingNanos processor time to be left out
   * @throws BenchFault when chips are missing
   */
  synchronized Measurement result(double callMillis, long checkingNanos) {
    if (ended != all) {
      throw new BenchFault(
          ended + " of " + all + " chips ended; this is a fault of Coverscape, please report it.");
    }
    double images = all - warmUp;
    return new Measurement(
        images * 1e9 / (finished - began),
        callMillis,
        (cpuFinished - cpuBegan - checkingNanos) / 1e3 / images,
        wrong,
        unscored);
  }
}
