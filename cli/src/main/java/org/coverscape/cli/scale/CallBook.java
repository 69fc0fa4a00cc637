package org.coverscape.cli.scale;

/** Counts calls, and how many are in flight over time. */
final class CallBook {
  private final Timeline timeline;
  private int inFlight;
  private double since;
  private double callTime;
  private double durations;
  private long calls;

  CallBook(Timeline timeline) {
    this.timeline = timeline;
  }

  /** A call begins. */
  void begin() {
    change(1);
  }

  /** A call ends that began at a moment. */
  void end(double began) {
    change(-1);
    durations += timeline.now() - began;
    calls++;
  }

  private void change(int by) {
    callTime += inFlight * (timeline.now() - since);
    since = timeline.now();
    inFlight += by;
  }

  /** Mean length of a call in seconds; 0 before the first. */
  double meanSeconds() {
    return calls == 0 ? 0 : durations / calls;
  }

  /** Mean number in flight until a moment, by area under the curve, not from the lengths. */
  double meanInFlight(double until) {
    return callTime / until;
  }
}
