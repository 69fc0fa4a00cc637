package org.coverscape.engine.inference;

/**
 * Keeps second tries from crowding out first ones: each answer pays for one of them, a few are free
 * at the start, and a trickle is always allowed, so that a chip may wait but is never forgotten.
 * Guarded by the pool's lock.
 */
final class RetryBudget {
  private static final double FREE = 100;
  private static final double PER_SECOND = 10;

  private double tokens = FREE;
  private long filledAt;

  RetryBudget(long now) {
    filledAt = now;
  }

  /** A chip was scored. */
  void earn() {
    tokens = Math.min(FREE, tokens + 1);
  }

  /** Pays for a try; false when there is nothing to pay with, for now. */
  boolean pay(long now) {
    tokens = Math.min(FREE, tokens + PER_SECOND * (now - filledAt) / 1e9);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
