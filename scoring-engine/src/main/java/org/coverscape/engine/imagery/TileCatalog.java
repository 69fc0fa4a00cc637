package org.coverscape.engine.imagery;

import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.region.Region;

/** The images that are known, found by place and year. Implementations are thread-safe. */
public interface TileCatalog {
  /**
   * The images whose footprint touches a region, the newest date first, then by id.
   *
   * @param region any ground
   * @param year only images of that year; empty for all years
   */
  List<ImageryTile> covering(Region region, OptionalInt year);
}
