package org.coverscape.cli;

import java.util.logging.LogManager;
import picocli.CommandLine;

/** The program {@code coverscape}. */
public final class Main {
  private Main() {}

  /** Runs one verb and exits with its code. */
  public static void main(String[] args) {
    silenceLibraries();
    System.exit(run(Console.ofProcess(), args));
  }

  /**
   * Libraries log what a person is told in one sentence; whoever wants their logs configures them.
   */
  private static void silenceLibraries() {
    if (System.getProperty("java.util.logging.config.file") == null
        && System.getProperty("java.util.logging.config.class") == null) {
      LogManager.getLogManager().reset();
    }
  }

  /** Runs one verb on a console and returns its exit code. */
  public static int run(Console console, String... args) {
    FaultHandler faults = new FaultHandler(console);
    CommandLine commands = new CommandLine(new CoverscapeCommand(console));
    Verbs.of(console).forEach(commands::addSubcommand);
    try {
      return execute(commands, console, faults, args);
    } catch (OutOfMemoryError e) {
      console
          .err()
          .println(
              "coverscape: There is not enough memory for this; split the region, or give more with"
                  + " COVERSCAPE_JAVA_OPTIONS=-Xmx1g.");
      return ExitCode.REFUSED;
    }
  }

  private static int execute(
      CommandLine commands, Console console, FaultHandler faults, String... args) {
    return commands
        .setOut(
            new java.io.PrintWriter(console.out(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setErr(
            new java.io.PrintWriter(console.err(), true, java.nio.charset.StandardCharsets.UTF_8))
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(faults)
        .setParameterExceptionHandler(faults)
        .execute(args);
  }
}
