package org.coverscape.engine.store;

import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.landcover.ImagerySource;

/**
 * An image a job scores, as its journal remembers it.
 *
 * @param source what a map remembers of it
 * @param fingerprint changes when the file does
 * @param path where the file was
 */
public record JobImage(ImagerySource source, String fingerprint, String path) {
  /** What is remembered of a tile. */
  public static JobImage of(ImageryTile tile) {
    return new JobImage(tile.source(), tile.fingerprint(), tile.location().text());
  }

  /** Whether both are the same pixels; where the file lies does not matter. */
  boolean samePixels(JobImage other) {
    return source.id().equals(other.source.id()) && fingerprint.equals(other.fingerprint);
  }
}
