package org.coverscape.cli;

/** How a verb ends, as the shell sees it. */
final class ExitCode {
  /** Everything that could be done was done. */
  static final int DONE = 0;

  /** A fault kept part of the ground from being scored. */
  static final int PARTLY = 1;

  /** Bad usage, bad input, or faults left nothing. */
  static final int REFUSED = 2;

  /** The user stopped it. */
  static final int CANCELLED = 130;

  private ExitCode() {}
}
