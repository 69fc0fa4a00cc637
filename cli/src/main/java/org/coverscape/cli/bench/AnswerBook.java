package org.coverscape.cli.bench;

import org.coverscape.engine.landcover.ChipOutcome;

/**
 * Checks answers and keeps the time between the one that ends the warm-up and the one that ends the
 * measurement; those that follow are only checked. Thread-safe.
 *
 * <p>Counting from answer to answer leaves out how a run begins and ends, which would favour small
 * windows in short runs.
 */
final class AnswerBook {
  private final ProcessorTime processors = new ProcessorTime();
  private final Span span;
  private int wrong;
  private int unscored;
  private int inPhase;
  private int measured;
  private long opened;
  private long began;
  private long finished;
  private long cpuBegan;
  private long cpuFinished;
  private Phase phase = Phase.NEW;

  private enum Phase {
    NEW,
    WARMING,
    MEASURING,
    OVER
  }

  /**
   * An empty book.
   *
   * @param span of the warm-up, and as much again of what is measured
   */
  AnswerBook(Span span) {
    this.span = span;
  }

  /** Takes in how a chip ended. */
  synchronized void ended(Question question, ChipOutcome outcome) {
    check(question, outcome);
    long now = System.nanoTime();
    inPhase++;
    switch (phase) {
      case NEW -> enter(Phase.WARMING, now);
      case WARMING -> {
        if (span.isOver(inPhase, now - opened)) {
          enter(Phase.MEASURING, now);
          began = now;
          cpuBegan = processors.nanos();
        }
      }
      case MEASURING -> {
        if (span.isOver(inPhase, now - opened)) {
          measured = inPhase;
          enter(Phase.OVER, now);
          finished = now;
          cpuFinished = processors.nanos();
        }
      }
      case OVER -> {
        // only checked
      }
    }
  }

  private void enter(Phase next, long now) {
    phase = next;
    opened = now;
    inPhase = 0;
  }

  private void check(Question question, ChipOutcome outcome) {
    if (!(outcome instanceof ChipOutcome.Scored scored)) {
      unscored++;
    } else if (!scored.scores().equals(question.answer())
        || !scored.index().equals(question.chip().index())) {
      wrong++;
    }
  }

  /** Whether what is being measured has begun. */
  synchronized boolean isWarm() {
    return phase == Phase.MEASURING || phase == Phase.OVER;
  }

  /** Whether no more chips are needed. */
  synchronized boolean isOver() {
    return phase == Phase.OVER;
  }

  /**
   * What was measured.
   *
   * @param callMillis mean length of a call
   * @param checkingNanos processor time to be left out
   * @throws IllegalStateException before it is over
   */
  synchronized Measurement result(double callMillis, long checkingNanos) {
    if (phase != Phase.OVER) {
      throw new IllegalStateException("The measurement is not over.");
    }
    return new Measurement(
        measured * 1e9 / (finished - began),
        callMillis,
        (cpuFinished - cpuBegan - checkingNanos) / 1e3 / measured,
        wrong,
        unscored);
  }
}
