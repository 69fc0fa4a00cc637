package org.coverscape.engine.analysis;

import java.util.List;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.LandCoverClass;
import org.locationtech.jts.geom.Envelope;

/**
 * Cells of one class that meet at their edges.
 *
 * @param landCover their class
 * @param cells the cells, by rows from the north, each row from the west
 * @param confidence mean confidence of the cells in percent
 * @param extent what the cells cover, in metres of the grid's coordinates
 */
public record UnsurePatch(
    LandCoverClass landCover, List<ChipIndex> cells, double confidence, Envelope extent) {
  /** Takes copies. */
  public UnsurePatch {
    cells = List.copyOf(cells);
    extent = new Envelope(extent);
  }
}
