package org.coverscape.cli;

import java.util.Optional;
import org.coverscape.engine.region.UtmZone;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The zone of a grid that is laid over a region. */
final class ZoneOption {
  @Option(
      names = "--zone",
      paramLabel = "N",
      description = "The UTM zone of the grid (default: that of the region's centroid).")
  private @Nullable String zone;

  /**
   * The zone; empty where none was given.
   *
   * @throws IllegalArgumentException with one sentence when it is none
   */
  Optional<UtmZone> read() {
    return Optional.ofNullable(zone).map(UtmZone::parse);
  }
}
