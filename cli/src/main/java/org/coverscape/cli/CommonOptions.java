package org.coverscape.cli;

import picocli.CommandLine.Option;

/** What every verb understands. */
final class CommonOptions {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but faults.")
  boolean quiet;

  @Option(names = "--json", description = "Print the result alone, as JSON, on standard output.")
  boolean json;
}
