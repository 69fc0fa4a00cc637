package org.coverscape.engine.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class CoverageTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double WEST = TiffFixtures.WEST;
  private static final double NORTH = TiffFixtures.NORTH;

  private final SqliteTileCatalog catalog = SqliteTileCatalog.inMemory();

  /** Ten by ten kilometres. */
  private final Region region =
      new Region(
          GEOMETRY.toGeometry(new Envelope(WEST, WEST + 10_000, NORTH - 10_000, NORTH)),
          TiffFixtures.ZONE.crs());

  private void put(String id, double x, int width, double gsd, Optional<LocalDate> date) {
    Envelope ground = new Envelope(x, x + width, NORTH - 11_000, NORTH + 1_000);
    Geometry footprint =
        TiffFixtures.ZONE.crs().to(Crs.WGS84).transform(GEOMETRY.toGeometry(ground));
    catalog.put(
        new ImageryTile(
            id,
            ImageLocation.of(Path.of("/imagery/" + id + ".tif")),
            TiffFixtures.ZONE.crs(),
            PixelGrid.northUp(x, NORTH + 1_000, gsd, gsd),
            (int) (width / gsd),
            (int) (12_000 / gsd),
            4,
            gsd,
            date,
            OptionalInt.empty(),
            footprint,
            "f",
            false));
  }

  private static Optional<LocalDate> day(int year) {
    return Optional.of(LocalDate.of(year, 6, 1));
  }

  @Test
  void tellsTilesYearsAndTheGap() {
    put("a", WEST - 1_000, 5_000, 1, day(2019));
    put("b", WEST + 3_000, 3_000, 0.6, day(2021));
    put("undated", WEST - 500, 2_000, 1, Optional.empty());
    put("coarse", WEST, 10_000, 30, day(2022));
    put("near", WEST + 10_100, 3_000, 1, day(2015));
    Coverage coverage = Coverage.of(region, catalog, PlanOptions.DEFAULT);
    assertEquals(
        List.of("b", "a", "undated"), coverage.tiles().stream().map(CoverTile::id).toList());
    assertEquals(Map.of(2019, 1, 2021, 1), coverage.years());
    assertEquals(0.6, coverage.tiles().get(0).gsd());
    assertEquals(2021, coverage.tiles().get(0).year().getAsInt());
    assertEquals(1, coverage.refused().size());
    assertEquals(4e7, coverage.gap().getArea(), 4e7 * 1e-4);
    assertEquals(0.4 * coverage.regionHectares(), coverage.gapHectares(), 0.5);
    assertEquals(10_000, coverage.regionHectares(), 50);
    assertFalse(coverage.isComplete());
    assertEquals(List.of(2019, 2021, 2022), Coverage.years(region, catalog));
    Coverage planned = Coverage.of(ScoringPlan.of(region, catalog, PlanOptions.DEFAULT));
    assertEquals(coverage.tiles().size(), planned.tiles().size(), "the tile beside is left out");
    assertEquals(coverage.chips(), planned.chips());
    assertEquals(coverage.gapHectares(), planned.gapHectares(), 1e-6);
    assertEquals(
        planned.chips(), ScoringPlan.of(region, catalog, PlanOptions.DEFAULT).cover().count());
  }

  @Test
  void withoutImageryAllIsGap() {
    Coverage coverage = Coverage.of(region, catalog, PlanOptions.DEFAULT);
    assertTrue(coverage.isEmpty());
    assertEquals(coverage.regionHectares(), coverage.gapHectares());
    assertEquals(45 * 45, coverage.chips());
    assertEquals(Map.of(), coverage.years());
    assertEquals(List.of(), Coverage.years(region, catalog));
  }

  @Test
  void underOneImageThereIsNoGap() {
    put("all", WEST - 1_000, 12_000, 1, day(2019));
    Coverage coverage = Coverage.of(region, catalog, PlanOptions.DEFAULT);
    assertTrue(coverage.isComplete());
    assertEquals(0, coverage.gapHectares());
  }
}
