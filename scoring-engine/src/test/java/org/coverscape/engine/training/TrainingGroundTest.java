package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Images of two zones, of which one has a year that the other lacks. */
class TrainingGroundTest {
  private static final double NORTH = 4_410_000;

  private final SqliteTileCatalog catalog = SqliteTileCatalog.inMemory();
  private final List<ImageryTile> tiles = new ArrayList<>();

  @BeforeEach
  void fill() {
    put("old", new UtmZone(13, true), 2019);
    put("new", new UtmZone(14, true), 2019);
    put("newer", new UtmZone(14, true), 2021);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private void put(String id, UtmZone zone, int year) {
    Envelope ground = new Envelope(500_000, 503_000, NORTH - 3_000, NORTH);
    Geometry footprint =
        zone.crs().to(Crs.WGS84).transform(new GeometryFactory().toGeometry(ground));
    ImageryTile tile =
        new ImageryTile(
            id,
            ImageLocation.of(Path.of("/imagery/" + id + ".tif")),
            zone.crs(),
            PixelGrid.northUp(500_000, NORTH, 1, 1),
            3_000,
            3_000,
            4,
            1,
            Optional.of(LocalDate.of(year, 6, 1)),
            OptionalInt.empty(),
            footprint,
            "f",
            false);
    catalog.put(tile);
    tiles.add(tile);
  }

  private List<String> zones(OptionalInt year) {
    PlanOptions options = new PlanOptions(Optional.empty(), year, ChipGrid.CHIP_PIXELS, 1.0, false);
    List<ScoringPlan> plans = TrainingGround.ofAll(tiles, Optional.empty(), catalog, options);
    return plans.stream().map(plan -> plan.grid().zone().toString()).toList();
  }

  @Test
  void zonesWithoutThatYearArePassedOver() {
    assertEquals(List.of("14N"), zones(OptionalInt.of(2021)));
    assertEquals(List.of("13N", "14N"), zones(OptionalInt.of(2019)));
    assertEquals(List.of("13N", "14N"), zones(OptionalInt.empty()));
  }

  @Test
  void aYearThatNoImageHasIsSaid() {
    PlanException fault = assertThrows(PlanException.class, () -> zones(OptionalInt.of(1999)));
    assertEquals(
        "There is no imagery of 1999; choose another year or leave --year out.",
        fault.getMessage());
  }
}
