package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.landcover.MappedRegion;

/** Writes a map in one format. Implementations are stateless and thread-safe. */
@FunctionalInterface
public interface Exporter {
  /**
   * Writes a file, and what belongs beside it, replacing older ones.
   *
   * @throws IOException with one sentence for a person when it cannot be written
   * @throws IllegalArgumentException with one sentence when the map or the options do not allow it
   */
  void export(MappedRegion map, Path out) throws IOException;
}
