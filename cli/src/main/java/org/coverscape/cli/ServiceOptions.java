package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.inference.directory.ServiceDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which inference services answer. */
final class ServiceOptions {
  @Option(
      names = "--services",
      paramLabel = "host:port,…",
      description =
          "Inference services, or dns:///name:port for all that a name stands for; without,"
              + " Coverscape starts its own.")
  @Nullable String services;

  @Option(
      names = "--services-file",
      paramLabel = "F",
      description = "A list of services with their settings, JSON or YAML (docs/services.md).")
  @Nullable Path servicesFile;

  /** The services that were named, resolved; empty where none was. The caller closes it. */
  Optional<ServiceDirectory> directory() throws IOException {
    if (services != null && servicesFile != null) {
      throw new UserException("Give either --services or --services-file, not both.");
    }
    if (servicesFile != null) {
      return Optional.of(ServiceDirectory.open(servicesFile));
    }
    return Optional.ofNullable(services).map(ServiceDirectory::of);
  }
}
