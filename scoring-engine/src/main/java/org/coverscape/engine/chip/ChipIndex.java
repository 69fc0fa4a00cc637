package org.coverscape.engine.chip;

import org.coverscape.engine.region.UtmZone;

/**
 * The name of a piece of ground: a cell of the {@link ChipGrid} of a UTM zone.
 *
 * <p>Row and column count whole cells from the zone's origin, so that two runs, years or machines
 * name the same ground alike. Rows grow to the north, columns to the east.
 *
 * @param zone the zone whose grid it is
 * @param row cells north of the grid's origin
 * @param col cells east of the grid's origin
 */
public record ChipIndex(UtmZone zone, int row, int col) {
  /** Short for the constructor. */
  public static ChipIndex of(UtmZone zone, int row, int col) {
    return new ChipIndex(zone, row, col);
  }

  @Override
  public String toString() {
    return zone + "/" + row + "/" + col;
  }
}
