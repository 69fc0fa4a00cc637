package org.coverscape.engine.analysis;

import org.coverscape.engine.landcover.ChipOutcome;

/** The areas of a map while it is being made. Thread-safe. */
public final class LiveAreas {
  private final RegionAreas areas;

  /** All ground pending. */
  public LiveAreas(RegionAreas areas) {
    this.areas = areas;
  }

  /**
   * The areas at one moment.
   *
   * @param report the ground of the cells that have ended
   * @param pendingSquareMetres the ground of those that have not
   * @param pendingCells how many those are
   */
  public record Snapshot(AreaReport report, double pendingSquareMetres, long pendingCells) {}

  /** Counts a chip's end, in place of an earlier one of the same cell. */
  public synchronized void add(ChipOutcome outcome) {
    throw new UnsupportedOperationException(outcome + " " + areas);
  }

  /** Report and pending ground of the same moment. */
  public synchronized Snapshot snapshot() {
    throw new UnsupportedOperationException("" + areas);
  }

  /** The ground of the cells that have ended. */
  public AreaReport report() {
    return snapshot().report();
  }

  /** The ground of the cells that have not, in square metres. */
  public double pendingSquareMetres() {
    return snapshot().pendingSquareMetres();
  }
}
