package org.coverscape.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which inference services answer. */
final class ServiceOptions {
  @Option(
      names = "--services",
      paramLabel = "host:port,…",
      description = "Inference services; without, Coverscape starts its own.")
  @Nullable String services;
}
