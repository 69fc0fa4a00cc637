package org.coverscape.engine.analysis;

import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.CellState;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MapCells;
import org.coverscape.engine.landcover.UnscoredReason;

/**
 * The areas of a map while it is being made: as {@link AreaReport} says them at the end, and the
 * ground that is still to come.
 *
 * <p>Classes, unclassified, unscored and pending ground add up to the region at any moment.
 * Thread-safe; adding a chip and asking for the areas both take microseconds.
 */
public final class LiveAreas {
  private final RegionAreas areas;
  private final MapCells cells;
  private final Counter counter = new Counter();
  private final LandCoverMap map;
  private final AreaSums sums = new AreaSums();
  private double pending;
  private long pendingCells;

  /** All ground of a region is pending. */
  public LiveAreas(RegionAreas areas) {
    this.areas = areas;
    cells = MapCells.of(areas.grid());
    RegionCover cover = areas.cover();
    map =
        new LandCoverMap(
            cover.minRow(),
            cover.minCol(),
            cover.maxRow() - cover.minRow() + 1,
            cover.maxCol() - cover.minCol() + 1);
    pending = areas.coveredSquareMetres();
    pendingCells = areas.cells();
  }

  /**
   * The areas at one moment.
   *
   * @param report the ground of the cells that have ended
   * @param pendingSquareMetres the ground of those that have not
   * @param pendingCells how many those are
   */
  public record Snapshot(AreaReport report, double pendingSquareMetres, long pendingCells) {}

  /**
   * Counts a chip's end, in place of an earlier one of its cell or cells; cells that are not of the
   * region count nothing.
   */
  public synchronized void add(ChipOutcome outcome) {
    cells.of(outcome, counter);
  }

  /** Counts cells; to be used with the lock held. */
  private final class Counter implements MapCells.Taker {
    @Override
    public void answered(int row, int col, int classId, int percent) {
      replace(row, col, () -> map.setScored(row, col, classId, percent));
    }

    @Override
    public void unscored(int row, int col, UnscoredReason reason) {
      replace(row, col, () -> map.setUnscored(row, col, reason));
    }

    private void replace(int row, int col, Runnable entry) {
      if (!areas.contains(row, col)) {
        return;
      }
      double ground = areas.squareMetres(row, col);
      if (map.state(row, col) == CellState.OUTSIDE) {
        pendingCells--;
        pending = pendingCells == 0 ? 0 : Math.max(0, pending - ground);
      } else {
        sums.remove(AreaSums.kind(map, row, col), ground, map.confidence(row, col));
      }
      entry.run();
      sums.add(AreaSums.kind(map, row, col), ground, map.confidence(row, col));
    }
  }

  /** Report and pending ground of the same moment. */
  public synchronized Snapshot snapshot() {
    return new Snapshot(sums.report(areas.regionSquareMetres()), pending, pendingCells);
  }

  /** The ground of the cells that have ended; what is pending is in none of its rows. */
  public AreaReport report() {
    return snapshot().report();
  }

  /** The ground of the cells that have not, in square metres. */
  public double pendingSquareMetres() {
    return snapshot().pendingSquareMetres();
  }
}
