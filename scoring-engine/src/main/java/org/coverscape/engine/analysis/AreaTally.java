package org.coverscape.engine.analysis;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * Sums the ground of cells by what the map says of them. Not thread-safe.
 *
 * <p>A cell of the region that the map knows nothing of was not reached: it counts as cancelled.
 */
final class AreaTally {
  private static final int CLASSES = LandCoverClass.ALL.size();
  private static final int UNCLASSIFIED = CLASSES;
  private static final int REASONS = CLASSES + 1;

  private final LandCoverMap map;
  private final CellAreas cells;
  private final GeodesicArea measure;
  private final double[] area = new double[REASONS + UnscoredReason.values().length];
  private final double[] confidence = new double[area.length];
  private final long[] count = new long[area.length];

  AreaTally(MappedRegion mapped, CellAreas cells) {
    map = mapped.map();
    this.cells = cells;
    measure = GeodesicArea.in(mapped.grid().crs());
  }

  void add(RegionCover cover) {
    for (CoverBlock block : cover) {
      block.cells().forEach(this::add);
    }
  }

  private void add(RegionCell cell) {
    int kind = kind(cell.row(), cell.col());
    double ground = cell.part().map(measure::of).orElseGet(() -> cells.of(cell.row(), cell.col()));
    area[kind] += ground;
    confidence[kind] += ground * map.confidence(cell.row(), cell.col());
    count[kind]++;
  }

  private int kind(int row, int col) {
    CellState state = map.state(row, col);
    return switch (state) {
      case SCORED, BELOW_THRESHOLD -> map.classId(row, col) - 1;
      case UNCLASSIFIED -> UNCLASSIFIED;
      case UNSCORED, OUTSIDE ->
          REASONS + map.reason(row, col).orElse(UnscoredReason.CANCELLED).ordinal();
    };
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
