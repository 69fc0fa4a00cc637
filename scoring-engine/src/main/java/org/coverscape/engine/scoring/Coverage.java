package org.coverscape.engine.scoring;

import java.util.List;
import java.util.SortedMap;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Geometry;

/**
 * How much of a region there is imagery for.
 *
 * @param grid the grid; geometries are in its coordinates
 * @param tiles the images that touch the region and can be scored, those that win first
 * @param years how many of the images each year has; images without a date are not in it
 * @param chips number of cells of the region, with imagery or without
 * @param gap the part of the region under none of the images, perhaps empty
 * @param gapHectares its geodesic area
 * @param regionHectares the region's
 * @param refused images that touch the region and cannot be scored, with the reason
 */
public record Coverage(
    ChipGrid grid,
    List<CoverTile> tiles,
    SortedMap<Integer, Integer> years,
    long chips,
    Geometry gap,
    double gapHectares,
    double regionHectares,
    List<IndexOutcome.Refused> refused) {

  /** The coverage of a plan. */
  public static Coverage of(ScoringPlan plan) {
    throw new UnsupportedOperationException("" + plan);
  }

  /** The coverage of a region, also where there is no imagery at all and so no plan. */
  public static Coverage of(Region region, TileCatalog catalog, PlanOptions options) {
    throw new UnsupportedOperationException("" + region + catalog + options);
  }

  /** The years of the images that touch a region, from the oldest. */
  public static List<Integer> years(Region region, TileCatalog catalog) {
    throw new UnsupportedOperationException("" + region + catalog);
  }
}
