package org.coverscape.engine.assessment;

import org.coverscape.engine.landcover.LandCoverMap;

/** What a map says of a cell, among the {@link Categories}. */
public final class CellCategory {
  /** The cell has no answer. */
  public static final int UNSCORED = Categories.COUNT;

  private CellCategory() {}

  /** The category of a cell, or {@link #UNSCORED}. */
  public static int of(LandCoverMap map, int row, int col) {
    return switch (map.state(row, col)) {
      case SCORED, BELOW_THRESHOLD -> map.classId(row, col) - 1;
      case UNCLASSIFIED -> Categories.NONE;
      case UNSCORED, OUTSIDE -> UNSCORED;
    };
  }
}
