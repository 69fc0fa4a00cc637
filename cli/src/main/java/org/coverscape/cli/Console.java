package org.coverscape.cli;

import java.io.PrintStream;

/**
 * Where the program speaks: results on {@code out}, everything else on {@code err}.
 *
 * @param out the result alone
 * @param err progress, notes and faults
 * @param terminal whether a person watches {@code err}, so that a line may be drawn over
 */
public record Console(PrintStream out, PrintStream err, boolean terminal) {
  /** The console of this process; the launcher says whether standard error is a terminal. */
  public static Console ofProcess() {
    boolean terminal = Boolean.getBoolean("coverscape.terminal");
    return new Console(System.out, System.err, terminal);
  }
}
