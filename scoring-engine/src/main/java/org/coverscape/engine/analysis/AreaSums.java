package org.coverscape.engine.analysis;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.UnscoredReason;

/** Ground by what became of it: classes, unclassified, unscored by reason. Not thread-safe. */
final class AreaSums {
  private static final int CLASSES = LandCoverClass.ALL.size();
  private static final int UNCLASSIFIED = CLASSES;
  private static final int REASONS = CLASSES + 1;

  private final double[] area = new double[REASONS + UnscoredReason.values().length];
  private final double[] confidence = new double[area.length];
  private final long[] count = new long[area.length];

  /** What became of a cell; what the map knows nothing of was not reached and is cancelled. */
  static int kind(LandCoverMap map, int row, int col) {
    CellState state = map.state(row, col);
    return switch (state) {
      case SCORED, BELOW_THRESHOLD -> map.classId(row, col) - 1;
      case UNCLASSIFIED -> UNCLASSIFIED;
      case UNSCORED, OUTSIDE ->
          REASONS + map.reason(row, col).orElse(UnscoredReason.CANCELLED).ordinal();
    };
  }

  void add(int kind, double squareMetres, int percent) {
    area[kind] += squareMetres;
    confidence[kind] += squareMetres * percent;
    count[kind]++;
  }

  /** Takes back what was added; the last cell leaves nothing of its rounding behind. */
  void remove(int kind, double squareMetres, int percent) {
    count[kind]--;
    area[kind] = count[kind] == 0 ? 0 : area[kind] - squareMetres;
    confidence[kind] = count[kind] == 0 ? 0 : confidence[kind] - squareMetres * percent;
  }

  AreaReport report(double regionSquareMetres) {
    Map<LandCoverClass, GroundShare> classes = new EnumMap<>(LandCoverClass.class);
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      classes.put(landCover, answered(landCover.ordinal()));
    }
    Map<UnscoredReason, GroundShare> unscored = new EnumMap<>(UnscoredReason.class);
    for (UnscoredReason reason : UnscoredReason.values()) {
      int kind = REASONS + reason.ordinal();
      unscored.put(reason, GroundShare.of(area[kind], count[kind]));
    }
    return new AreaReport(regionSquareMetres, classes, answered(UNCLASSIFIED), unscored);
  }

  private GroundShare answered(int kind) {
    return new GroundShare(
        area[kind],
        count[kind],
        area[kind] > 0 ? OptionalDouble.of(confidence[kind] / area[kind]) : OptionalDouble.empty());
  }
}
