package org.coverscape.engine.inference;

/**
 * How many calls may be in flight to one service, and what it learns from what becomes of them.
 * Times are those of one clock, in nanoseconds. Guarded by the pool's lock.
 */
interface Window {
  /** Calls that may be in flight at once, 1 or more. */
  int limit();

  /** A call left. */
  void sent(long now);

  /** A call ended, however: it is not in flight any more. */
  void ended(long now);

  /**
   * A call brought scores; {@link #ended} was told before.
   *
   * @param latency from the call's sending to its answer
   */
  void answered(long now, long latency);

  /**
   * The service said of a call that it has too much to do.
   *
   * @param sentAt when that call left
   */
  void refused(long now, long sentAt);

  /** The service was away; what was learnt of it may be out of date. */
  void forget(long now);
}
