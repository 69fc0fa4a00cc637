package org.coverscape.engine.scoring;

import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Envelope;

/**
 * An estimate of the memory that a finished map takes while it is measured and written. Chips
 * stream through a run, whatever the region; the map of their answers is a rectangle that is held
 * whole.
 *
 * @param cells of the smallest rectangle of cells around the region
 * @param shown whether a window paints them meanwhile
 */
public record MapMemory(long cells, boolean shown) {
  /** A cell's answer, and what areas, polygons and pictures note of it. */
  private static final long CELL_BYTES = 20;

  /** A cell's answer as a window keeps it. */
  private static final long SHOWN_BYTES = 8;

  /** What a run takes besides its map. */
  private static final long RUN_BYTES = 128L << 20;

  private static final long MEGABYTE = 1L << 20;
  private static final long STEP = 256;

  /** The map of a plan. Transforms the region, so it is not for the screen's thread. */
  public static MapMemory of(ScoringPlan plan) {
    return of(plan.region(), plan.mapGrid());
  }

  /**
   * The map of a region in cells of a grid. Transforms it, so it is not for the screen's thread.
   */
  public static MapMemory of(Region region, ChipGrid grid) {
    Envelope ground = region.in(grid.crs()).geometry().getEnvelopeInternal();
    long rows = (long) grid.rowAt(ground.getMaxY()) - grid.rowAt(ground.getMinY()) + 1;
    long cols = (long) grid.colAt(ground.getMaxX()) - grid.colAt(ground.getMinX()) + 1;
    return new MapMemory(rows * cols, false);
  }

  /** The same while a window paints it. */
  public MapMemory inWindow() {
    return new MapMemory(cells, true);
  }

  private long bytes() {
    return (shown ? CELL_BYTES + SHOWN_BYTES : CELL_BYTES) * cells;
  }

  /** Whether a heap of so many bytes has room for it beside the run. */
  public boolean fits(long heap) {
    return isPossible() && bytes() + RUN_BYTES <= heap;
  }

  /** Whether any heap has: there are no larger arrays. */
  public boolean isPossible() {
    return cells <= Integer.MAX_VALUE - 8;
  }

  /** What it takes, in MiB. */
  public long megabytes() {
    return -Math.floorDiv(-bytes(), MEGABYTE);
  }

  /** A heap that holds it and the run, in MiB. */
  public long heapMegabytes() {
    return -STEP * Math.floorDiv(-bytes() - RUN_BYTES, STEP * MEGABYTE);
  }
}
