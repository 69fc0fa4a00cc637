package org.coverscape.engine.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Maps made by code: a region, and answers that chance gives to its cells. */
public final class TestMaps {
  /** Zone 11 north, in metres. */
  public static final UtmZone ZONE = new UtmZone(11, true);

  private TestMaps() {}

  /** A geometry from well-known text. */
  public static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A region in the coordinates of zone 11. */
  public static Region utm(String wkt) {
    return new Region(wkt(wkt), ZONE.crs());
  }

  /** A region in degrees. */
  public static Region degrees(String wkt) {
    return new Region(wkt(wkt), Crs.WGS84);
  }

  /** A map of a region whose cells have answers by chance, in patches. */
  public static MappedRegion random(Region region, ChipGrid grid, long seed) {
    Region ground = region.in(grid.crs());
    RegionCover cover = RegionCover.of(ground, grid);
    LandCoverMap map =
        new LandCoverMap(
            cover.minRow(),
            cover.minCol(),
            cover.maxRow() - cover.minRow() + 1,
            cover.maxCol() - cover.minCol() + 1);
    Random random = new Random(seed);
    for (CoverBlock block : cover) {
      for (RegionCell cell : block.cells()) {
        answer(map, cell.row(), cell.col(), random);
      }
    }
    return mapped(ground, grid, map, false);
  }

  private static void answer(LandCoverMap map, int row, int col, Random random) {
    int dice = random.nextInt(20);
    map.setImagerySet(row, col, 1 + (Math.floorMod(col, 8) < 4 ? 0 : 1));
    if (dice == 0) {
      UnscoredReason[] reasons = UnscoredReason.values();
      map.setUnscored(row, col, reasons[random.nextInt(reasons.length)]);
    } else if (dice == 1) {
      map.setScored(row, col, 0, 1 + random.nextInt(100));
    } else {
      int near = random.nextBoolean() ? map.classId(row + 1, col) : map.classId(row, col - 1);
      int own = dice < 14 && near > 0 ? near : 1 + random.nextInt(6);
      map.setScored(row, col, own, 1 + random.nextInt(100));
    }
  }

  /** A map of answers that are there already. */
  public static MappedRegion mapped(
      Region region, ChipGrid grid, LandCoverMap map, boolean synthetic) {
    return new MappedRegion(
        region,
        grid,
        map,
        List.of(List.of(), List.of("west"), List.of("east", "west")),
        List.of(
            new ImagerySource("west", Optional.of(LocalDate.of(2020, 6, 1)), synthetic),
            new ImagerySource("east", Optional.of(LocalDate.of(2021, 7, 2)), synthetic)),
        "test:1");
  }
}
