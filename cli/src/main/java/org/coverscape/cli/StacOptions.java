package org.coverscape.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.stac.StacSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The STAC catalogue that imagery is looked for in. */
final class StacOptions {
  @Option(
      names = "--stac",
      paramLabel = "URL|NAME|PATH",
      description =
          "A STAC catalogue: the address of an API or of a static catalogue, planetary-computer,"
              + " earth-search, or a file or folder of Items.")
  private @Nullable String stac;

  @Option(
      names = "--collection",
      paramLabel = "ID",
      description =
          "A collection of that catalogue; may be repeated (default: naip where there is one).")
  private List<String> collections = new ArrayList<>();

  /** The catalogue, when one was named. */
  Optional<StacSource> source() {
    if (stac == null && !collections.isEmpty()) {
      throw new UserException("--collection is one of a catalogue; add --stac URL.");
    }
    return Optional.ofNullable(stac).map(name -> StacSource.parse(name).of(collections));
  }
}
