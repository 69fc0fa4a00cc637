package org.coverscape.engine.inference;

/**
 * A window that somebody chose.
 *
 * @param limit calls in flight, 1 or more
 */
record FixedWindow(int limit) implements Window {
  @Override
  public void sent(long now) {}

  @Override
  public void ended(long now) {}

  @Override
  public void answered(long now, long latency) {}

  @Override
  public void refused(long now, long sentAt) {}

  @Override
  public void forget(long now) {}
}
