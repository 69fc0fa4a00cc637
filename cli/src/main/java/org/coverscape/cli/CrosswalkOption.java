package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.landcover.Crosswalk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the codes of a reference raster, or of labelled shapes, mean. */
final class CrosswalkOption {
  @Option(
      names = "--crosswalk",
      paramLabel = "csv",
      description = "A table 'code,class' of what codes mean (default: NLCD's).")
  private @Nullable Path table;

  boolean isGiven() {
    return table != null;
  }

  /**
   * The table given, or NLCD's.
   *
   * @throws IOException with one sentence when it cannot be read or is no such table
   */
  Crosswalk read() throws IOException {
    Path file = table;
    return file == null ? Crosswalk.nlcd() : Crosswalk.read(file);
  }
}
