package org.coverscape.engine.inference;

/** Hears when a service of a {@link ServicePool} comes, goes or is given up. */
@FunctionalInterface
public interface ServicePoolListener {
  /** Hears nothing. */
  ServicePoolListener NONE = stats -> {};

  /**
   * A service changed its state. Called in the order of the changes, on the pool's timer thread,
   * holding no lock; must not block.
   */
  void serviceChanged(ServiceStats stats);
}
