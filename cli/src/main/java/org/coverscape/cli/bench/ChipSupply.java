package org.coverscape.cli.bench;

/** Where the chips of a measurement come from; has no end. Used by one thread. */
interface ChipSupply extends AutoCloseable {
  /**
   * The next chip; any two that can be in flight at once differ.
   *
   * @throws BenchFault when there is none
   */
  Question next() throws InterruptedException;

  /** Processor time that went into knowing the answers rather than into chips, in nanoseconds. */
  default long checkingNanos() {
    return 0;
  }

  @Override
  default void close() {}
}
