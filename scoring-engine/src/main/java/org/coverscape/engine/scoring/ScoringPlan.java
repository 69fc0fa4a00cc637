package org.coverscape.engine.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.Suitability;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Region;

/**
 * What a job will do: the region, its grid and the images that cover it. Immutable.
 *
 * @param region the region as it was given
 * @param grid the grid that chips are cut on
 * @param tiles the images, those that win first
 * @param refused images that cover the region and cannot be scored, with the reason
 * @param year the year that was asked for
 * @param anyGsd whether coarse imagery was let in
 * @param cells what answers are about: whole chips, or each of their cells
 */
public record ScoringPlan(
    Region region,
    ChipGrid grid,
    List<ImageryTile> tiles,
    List<IndexOutcome.Refused> refused,
    OptionalInt year,
    boolean anyGsd,
    CellSize cells) {
  /** Takes copies of the lists. */
  public ScoringPlan {
    tiles = List.copyOf(tiles);
    refused = List.copyOf(refused);
  }

  /** A plan of whole chips. */
  public ScoringPlan(
      Region region,
      ChipGrid grid,
      List<ImageryTile> tiles,
      List<IndexOutcome.Refused> refused,
      OptionalInt year,
      boolean anyGsd) {
    this(region, grid, tiles, refused, year, anyGsd, CellSize.CHIP);
  }

  /**
   * Finds the images for a region.
   *
   * @throws PlanException when there is none that can be scored
   */
  public static ScoringPlan of(Region region, TileCatalog catalog, PlanOptions options) {
    ChipGrid grid = grid(region, options);
    checkCells(options);
    List<IndexOutcome.Refused> refused = new ArrayList<>();
    if (suitable(catalog.covering(region, options.year()), grid, options, refused).isEmpty()) {
      throw new PlanException(nothing(catalog, region, options.year(), refused));
    }
    List<ImageryTile> around = catalog.covering(withinReach(region, grid), options.year());
    List<ImageryTile> tiles = suitable(around, grid, options, new ArrayList<>());
    return new ScoringPlan(
        region, grid, tiles, refused, options.year(), options.anyGsd(), options.cells());
  }

  private static void checkCells(PlanOptions options) {
    if (options.cells() == CellSize.DENSE && options.stride() != ChipGrid.CHIP_PIXELS) {
      throw new PlanException(
          "Cells of 32 m go with a stride of 224 only; leave out --stride, or use --cells chip.");
    }
  }

  /** The grid that options mean for a region. */
  static ChipGrid grid(Region region, PlanOptions options) {
    return new ChipGrid(options.zone().orElseGet(region::zone), options.gsd(), options.stride());
  }

  /** The images that can be scored, in their order; the others are added to the refused ones. */
  static List<ImageryTile> suitable(
      List<ImageryTile> found,
      ChipGrid grid,
      PlanOptions options,
      List<IndexOutcome.Refused> refused) {
    List<ImageryTile> tiles = new ArrayList<>();
    for (ImageryTile tile : found) {
      Suitability.refusal(tile, grid.gsd(), options.anyGsd())
          .ifPresentOrElse(
              reason -> refused.add(new IndexOutcome.Refused(tile.location(), reason)),
              () -> tiles.add(tile));
    }
    return tiles;
  }

  /**
   * The region and all ground that a chip at its border may look at; without it, a border chip
   * would be cut from other images than in a larger region.
   */
  private static Region withinReach(Region region, ChipGrid grid) {
    double reach = Math.sqrt(2) * (grid.cellSize() + grid.margin() * grid.gsd());
    return new Region(region.in(grid.crs()).geometry().buffer(reach, 2), grid.crs());
  }

  private static String nothing(
      TileCatalog catalog, Region region, OptionalInt year, List<IndexOutcome.Refused> refused) {
    if (!refused.isEmpty()) {
      IndexOutcome.Refused first = refused.get(0);
      return "None of the imagery can be scored: "
          + first.location().name()
          + ": "
          + first.reason()
          + (refused.size() > 1 ? " (" + (refused.size() - 1) + " more.)" : "");
    }
    if (year.isPresent() && !catalog.covering(region, OptionalInt.empty()).isEmpty()) {
      return "No imagery of "
          + year.getAsInt()
          + " touches the region; choose another year or take the newest.";
    }
    return "No imagery touches the region; add imagery of that place or correct the region.";
  }

  /** The same ground and images with answers about such cells. */
  public ScoringPlan withCells(CellSize size) {
    return new ScoringPlan(region, grid, tiles, refused, year, anyGsd, size);
  }

  /** The grid of the map's cells. */
  public ChipGrid mapGrid() {
    return cells.gridOf(grid);
  }

  /** The chips of the region. */
  public RegionCover cover() {
    return RegionCover.of(region, grid);
  }
}
