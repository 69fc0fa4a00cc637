package org.coverscape.engine.scoring;

import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.UtmZone;

/**
 * How a region is to be scored.
 *
 * @param zone the grid's zone; empty for that of the region's centroid
 * @param year only imagery of that year; empty for the newest everywhere
 * @param stride cell size in pixels: 224, 112 or 56
 * @param gsd ground sample distance of the network in metres
 * @param anyGsd whether imagery coarser than the network wants is taken
 * @param cells what answers are about: whole chips, or each of their cells
 */
public record PlanOptions(
    Optional<UtmZone> zone,
    OptionalInt year,
    int stride,
    double gsd,
    boolean anyGsd,
    CellSize cells) {
  /** Whole chips at 1 m from the newest imagery, in the region's own zone. */
  public static final PlanOptions DEFAULT =
      new PlanOptions(Optional.empty(), OptionalInt.empty(), ChipGrid.CHIP_PIXELS, 1.0, false);

  /** A map of whole chips. */
  public PlanOptions(
      Optional<UtmZone> zone, OptionalInt year, int stride, double gsd, boolean anyGsd) {
    this(zone, year, stride, gsd, anyGsd, CellSize.CHIP);
  }

  /** The same with other cells. */
  public PlanOptions withCells(CellSize size) {
    return new PlanOptions(zone, year, stride, gsd, anyGsd, size);
  }
}
