package org.coverscape.engine.store;

import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MapCells;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * Enters a chip's cells into a map, those that the region touches; a chip at its border has others
 * too.
 *
 * @param map has a state for every cell of the region
 * @param imagerySet the place of the chip's images in the map's list
 */
record MapFill(LandCoverMap map, int imagerySet) implements MapCells.Taker {
  @Override
  public void answered(int row, int col, int classId, int percent) {
    if (isOfRegion(row, col)) {
      map.setScored(row, col, classId, percent);
      map.setImagerySet(row, col, imagerySet);
    }
  }

  @Override
  public void unscored(int row, int col, UnscoredReason reason) {
    if (isOfRegion(row, col)) {
      map.setUnscored(row, col, reason);
      map.setImagerySet(row, col, imagerySet);
    }
  }

  private boolean isOfRegion(int row, int col) {
    return map.state(row, col) != CellState.OUTSIDE;
  }
}
