package org.coverscape.engine.scoring;

import org.coverscape.engine.chip.ChipGrid;
import org.locationtech.jts.geom.Envelope;

/**
 * An estimate of the memory that a finished map takes while it is measured and written. Chips
 * stream through a run, whatever the region; the map of their answers is a rectangle that is held
 * whole.
 *
 * @param cells of the smallest rectangle of cells around the region
 */
public record MapMemory(long cells) {
  /** A cell's answer, and what areas, polygons and pictures note of it. */
  private static final long CELL_BYTES = 20;

  /** What a run takes besides its map. */
  private static final long RUN_BYTES = 128L << 20;

  private static final long MEGABYTE = 1L << 20;
  private static final long STEP = 256;

  /** The map of a plan. Transforms the region, so it is not for the screen's thread. */
  public static MapMemory of(ScoringPlan plan) {
    ChipGrid grid = plan.mapGrid();
    Envelope ground = plan.region().in(grid.crs()).geometry().getEnvelopeInternal();
    long rows = (long) grid.rowAt(ground.getMaxY()) - grid.rowAt(ground.getMinY()) + 1;
    long cols = (long) grid.colAt(ground.getMaxX()) - grid.colAt(ground.getMinX()) + 1;
    return new MapMemory(rows * cols);
  }

  /** Whether a heap of so many bytes has room for it. */
  public boolean fits(long heap) {
    return isPossible() && CELL_BYTES * cells <= heap;
  }

  /** Whether any heap has: there are no larger arrays. */
  public boolean isPossible() {
    return cells <= Integer.MAX_VALUE - 8;
  }

  /** What it takes, in MiB. */
  public long megabytes() {
    return -Math.floorDiv(-CELL_BYTES * cells, MEGABYTE);
  }

  /** A heap that holds it and the run, in MiB. */
  public long heapMegabytes() {
    return -STEP * Math.floorDiv(-CELL_BYTES * cells - RUN_BYTES, STEP * MEGABYTE);
  }
}
