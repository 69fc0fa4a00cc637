package org.coverscape.engine.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.coverscape.engine.analysis.GeodesicArea;
import org.coverscape.engine.analysis.Polygons;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How much of a region there is imagery for.
 *
 * <p>Known from the outlines of the images alone; no pixel is read, so NoData within an image is no
 * gap here. Immutable by convention.
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
  private static final double HECTARE = 10_000;

  /** Takes copies of the lists. */
  public Coverage {
    tiles = List.copyOf(tiles);
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
    refused = List.copyOf(refused);
  }

  /** The coverage of a plan. */
  public static Coverage of(ScoringPlan plan) {
    return of(plan.region(), plan.grid(), plan.tiles(), plan.refused());
  }

  /** The coverage of a region; where there is no imagery at all, all of it is a gap. */
  public static Coverage of(Region region, TileCatalog catalog, PlanOptions options) {
    ChipGrid grid = ScoringPlan.grid(region, options);
    List<IndexOutcome.Refused> refused = new ArrayList<>();
    List<ImageryTile> tiles =
        ScoringPlan.suitable(catalog.covering(region, options.year()), grid, options, refused);
    return of(region, grid, tiles, refused);
  }

  private static Coverage of(
      Region region, ChipGrid grid, List<ImageryTile> near, List<IndexOutcome.Refused> refused) {
    Geometry ground = region.in(grid.crs()).geometry();
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(ground);
    List<CoverTile> tiles =
        near.stream()
            .map(tile -> cover(tile, grid))
            .filter(tile -> prepared.intersects(tile.footprint()))
            .toList();
    Geometry gap = without(ground, tiles);
    GeodesicArea measure = GeodesicArea.in(grid.crs());
    return new Coverage(
        grid,
        tiles,
        count(tiles),
        RegionCover.ofGround(ground, grid).count(),
        gap,
        measure.of(gap) / HECTARE,
        measure.of(ground) / HECTARE,
        refused);
  }

  private static CoverTile cover(ImageryTile tile, ChipGrid grid) {
    Geometry footprint = new Region(tile.footprint(), Crs.WGS84).in(grid.crs()).geometry();
    return new CoverTile(tile.id(), tile.date(), tile.gsd(), footprint);
  }

  /** One image after the other: the ground shrinks, so that later ones cost little. */
  private static Geometry without(Geometry ground, List<CoverTile> tiles) {
    Geometry gap = ground;
    for (CoverTile tile : tiles) {
      if (gap.isEmpty()) {
        break;
      }
      if (gap.getEnvelopeInternal().intersects(tile.footprint().getEnvelopeInternal())) {
        gap = OverlayNGRobust.overlay(gap, tile.footprint(), OverlayNG.DIFFERENCE);
      }
    }
    return Polygons.of(gap);
  }

  private static SortedMap<Integer, Integer> count(List<CoverTile> tiles) {
    SortedMap<Integer, Integer> years = new TreeMap<>();
    for (CoverTile tile : tiles) {
      tile.year().ifPresent(year -> years.merge(year, 1, Integer::sum));
    }
    return years;
  }

  /** The years of the images that touch a region, from the oldest. */
  public static List<Integer> years(Region region, TileCatalog catalog) {
    return catalog.covering(region, OptionalInt.empty()).stream()
        .flatMapToInt(tile -> tile.year().stream())
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  /** Whether every part of the region lies under an image that can be scored. */
  public boolean isComplete() {
    return gap.isEmpty();
  }

  /** Whether no image touches the region. */
  public boolean isEmpty() {
    return tiles.isEmpty();
  }
}
