package org.coverscape.app.model;

import java.nio.file.Path;
import org.coverscape.app.geo.GridOnMap;
import org.coverscape.app.overlay.CellStore;
import org.coverscape.app.run.JobLoader;
import org.coverscape.engine.region.Region;

/**
 * The job whose land cover is on the map.
 *
 * @param folder where it is kept
 * @param region its ground
 * @param grid its cells on the map
 * @param cells what is known of them, filled while it runs
 */
public record OpenJob(Path folder, Region region, GridOnMap grid, CellStore cells) {
  /** Its journal. */
  public Path journal() {
    return JobLoader.journal(folder);
  }
}
