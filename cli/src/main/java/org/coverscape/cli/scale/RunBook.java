package org.coverscape.cli.scale;

/** Counts what becomes of the chips of a run. */
final class RunBook {
  private final Timeline timeline;
  private final CallBook calls;
  private final long all;
  private long cut;
  private long ended;
  private long retries;
  private double lastCut;
  private double lastEnd;
  private double firstFree = Double.NaN;

  RunBook(Timeline timeline, long chips) {
    this.timeline = timeline;
    calls = new CallBook(timeline);
    all = chips;
  }

  CallBook calls() {
    return calls;
  }

  void cut(int chips) {
    cut += chips;
    lastCut = timeline.now();
  }

  void ended() {
    ended++;
    lastEnd = timeline.now();
    if (ended > cut) {
      throw new IllegalStateException("more chips ended than were cut");
    }
  }

  void retried() {
    retries++;
  }

  /** A machine has nothing to do any more. */
  void machineFree() {
    if (Double.isNaN(firstFree)) {
      firstFree = timeline.now();
    }
  }

  /** Whether every chip has ended. */
  boolean isOver() {
    return ended == all;
  }

  long chipsEnded() {
    return ended;
  }

  long retries() {
    return retries;
  }

  double lastCut() {
    return lastCut;
  }

  double lastEnd() {
    return lastEnd;
  }

  double firstFree() {
    return firstFree;
  }
}
