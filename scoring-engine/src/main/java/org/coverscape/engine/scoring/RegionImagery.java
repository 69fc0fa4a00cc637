package org.coverscape.engine.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Region;

/**
 * What imagery there is of a region, known from outlines alone. Immutable by convention.
 *
 * @param images those that touch it, the newest first
 * @param years how much of it each year covers, where images have a date
 * @param all how much all of them cover together
 */
public record RegionImagery(
    List<ImageryTile> images, SortedMap<Integer, Coverage> years, Coverage all) {
  /**
   * Looks into a catalogue; takes geometry, so it is not for the thread of a window.
   *
   * @param wanted the years that count; empty for all, also images without a date
   * @param anyGsd whether coarse images cover ground too
   */
  public static RegionImagery of(
      Region region, TileCatalog catalog, List<Integer> wanted, boolean anyGsd) {
    TileCatalog chosen = chosen(catalog, wanted);
    List<ImageryTile> images = chosen.covering(region, OptionalInt.empty());
    SortedMap<Integer, Coverage> years = new TreeMap<>();
    for (ImageryTile image : images) {
      image
          .year()
          .ifPresent(
              year ->
                  years.computeIfAbsent(
                      year, y -> Coverage.of(region, chosen, options(OptionalInt.of(y), anyGsd))));
    }
    return new RegionImagery(
        images, years, Coverage.of(region, chosen, options(OptionalInt.empty(), anyGsd)));
  }

  private static TileCatalog chosen(TileCatalog catalog, List<Integer> wanted) {
    if (wanted.isEmpty()) {
      return catalog;
    }
    return (region, year) -> {
      List<ImageryTile> tiles = new ArrayList<>(catalog.covering(region, year));
      tiles.removeIf(t -> t.year().isEmpty() || !wanted.contains(t.year().getAsInt()));
      return tiles;
    };
  }

  private static PlanOptions options(OptionalInt year, boolean anyGsd) {
    return new PlanOptions(Optional.empty(), year, ChipGrid.CHIP_PIXELS, 1.0, anyGsd);
  }

  /** Percent of the region that lies under an image that can be scored. */
  public static double percent(Coverage coverage) {
    return 100 * (1 - coverage.gapHectares() / coverage.regionHectares());
  }
}
