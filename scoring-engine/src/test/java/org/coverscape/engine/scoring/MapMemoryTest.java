package org.coverscape.engine.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class MapMemoryTest {
  private static final long MEGABYTE = 1 << 20;

  /** A region inside of so many chips each way. */
  private static MapMemory map(int chips, CellSize cells) {
    double from = 2240;
    Envelope ground =
        new Envelope(
            500_192 + from + 1,
            500_192 + from + chips * 224 - 1,
            4_412_800 + 1,
            4_412_800 + chips * 224 - 1);
    Region region = new Region(new GeometryFactory().toGeometry(ground), TiffFixtures.ZONE.crs());
    return MapMemory.of(
        new ScoringPlan(
            region,
            ChipGrid.of(TiffFixtures.ZONE),
            List.of(),
            List.of(),
            OptionalInt.empty(),
            false,
            cells));
  }

  @Test
  void allCellsOfTheRectangleCount() {
    assertEquals(100, map(10, CellSize.CHIP).cells());
    assertEquals(4900, map(10, CellSize.DENSE).cells());
  }

  @Test
  void itFitsBesideTheRunUpToTheLastByte() {
    MapMemory map = new MapMemory(10 * MEGABYTE, false);
    assertEquals(200, map.megabytes());
    assertTrue(map.fits(328 * MEGABYTE));
    assertFalse(map.fits(328 * MEGABYTE - 1));
    assertEquals(512, map.heapMegabytes(), "in steps of 256");
    assertTrue(map.fits(map.heapMegabytes() * MEGABYTE));
    assertEquals(201, new MapMemory(10 * MEGABYTE + 1, false).megabytes());
  }

  @Test
  void aWindowKeepsAnswersOfItsOwn() {
    MapMemory map = new MapMemory(10 * MEGABYTE, false).inWindow();
    assertEquals(280, map.megabytes());
    assertFalse(map.fits(408 * MEGABYTE - 1));
    assertTrue(map.fits(408 * MEGABYTE));
  }

  @Test
  void thereIsAnEnd() {
    assertFalse(new MapMemory(1L << 31, false).fits(Long.MAX_VALUE));
    assertFalse(new MapMemory(1L << 31, false).isPossible());
  }
}
