package org.coverscape.engine.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class RegionCoverTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final ChipGrid GRID = ChipGrid.of(new UtmZone(11, true));

  /** A ring about a centre whose corners may be put on the lines of the grid. */
  static Geometry blob(Random random, double x, double y, double radius, int corners, int snap) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = radius * (0.4 + 0.6 * random.nextDouble());
      ring[i] = new Coordinate(x + r * Math.cos(angle), y + r * Math.sin(angle));
      if (snap > 0 && random.nextBoolean()) {
        ring[i].x = Math.rint(ring[i].x / snap) * snap;
        ring[i].y = Math.rint(ring[i].y / snap) * snap;
      }
    }
    ring[corners] = ring[0].copy();
    return GEOMETRY.createPolygon(ring).buffer(0);
  }

  /** Several parts with several holes. */
  private static Geometry ground(Random random, int snap) {
    Geometry all = GEOMETRY.createPolygon();
    for (int i = 0; i < 3; i++) {
      double x = 500_000 + 8_000 * random.nextDouble();
      double y = 3_700_000 + 8_000 * random.nextDouble();
      Geometry part = blob(random, x, y, 3_000, 5 + random.nextInt(40), snap);
      for (int k = 0; k < 3; k++) {
        double dx = 1_500 * (random.nextDouble() - 0.5);
        double dy = 1_500 * (random.nextDouble() - 0.5);
        part = part.difference(blob(random, x + dx, y + dy, 400, 5 + random.nextInt(9), snap));
      }
      all = all.union(part);
    }
    return all;
  }

  private static Map<String, Geometry> bruteForce(Geometry ground) {
    Map<String, Geometry> cells = new HashMap<>();
    Envelope extent = ground.getEnvelopeInternal();
    for (int row = GRID.rowAt(extent.getMinY()); row <= GRID.rowAt(extent.getMaxY()); row++) {
      for (int col = GRID.colAt(extent.getMinX()); col <= GRID.colAt(extent.getMaxX()); col++) {
        Geometry part =
            GEOMETRY.createMultiPolygon(
                HalfPlane.intersection(ground, GRID.cell(row, col)).toArray(Polygon[]::new));
        if (part.getArea() > 1e-4) {
          cells.put(row + "/" + col, part);
        }
      }
    }
    return cells;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 224, 7168, 1})
  void coversWhatBruteForceCovers(int snap) {
    Random random = new Random(snap);
    for (int round = 0; round < 4; round++) {
      Geometry ground = ground(random, snap);
      Map<String, Geometry> expected = bruteForce(ground);
      double area = 0;
      for (CoverBlock block : RegionCover.ofGround(ground, GRID)) {
        for (RegionCell cell : block.cells()) {
          Geometry part = cell.ground(GRID);
          Geometry wanted = expected.remove(cell.row() + "/" + cell.col());
          assertTrue(wanted != null, () -> "not touched: " + cell);
          assertTrue(part.isValid(), () -> "not valid: " + part);
          assertEquals(
              0, OverlayNGRobust.overlay(part, wanted, OverlayNG.SYMDIFFERENCE).getArea(), 1e-3);
          assertEquals(cell.isWhole(), wanted.getArea() >= 224 * 224 - 1e-4);
          area += part.getArea();
        }
      }
      assertEquals(Map.of(), expected);
      assertEquals(ground.getArea(), area, ground.getArea() * 1e-12);
    }
  }

  @Test
  void aHoleThatTouchesALineOfTheGridFromInside() {
    double x = 2240 * 224;
    double y = 16_500 * 224;
    Coordinate tip = new Coordinate(x, y + 100);
    Geometry ground = GEOMETRY.toGeometry(new Envelope(x - 300, x + 300, y - 300, y + 300));
    Geometry hole =
        GEOMETRY.createPolygon(
            new Coordinate[] {
              tip, new Coordinate(x + 90, y + 60), new Coordinate(x + 90, y + 140), tip.copy()
            });
    Geometry holed = ground.difference(hole);
    double area = 0;
    for (CoverBlock block : RegionCover.ofGround(holed, GRID)) {
      for (RegionCell cell : block.cells()) {
        assertTrue(cell.ground(GRID).isValid());
        area += cell.ground(GRID).getArea();
      }
    }
    assertEquals(holed.getArea(), area, 1e-6);
  }

  @Test
  void neighboursShareTheirCornersOnTheLine() {
    Geometry ground = blob(new Random(5), 500_000, 3_700_000, 3_000, 50, 0);
    List<Geometry> parts = new ArrayList<>();
    for (CoverBlock block : RegionCover.ofGround(ground, GRID)) {
      block.cells().forEach(cell -> parts.add(cell.ground(GRID)));
    }
    Geometry whole = GEOMETRY.buildGeometry(parts).union();
    assertEquals(1, whole.getNumGeometries());
    assertEquals(0, ((Polygon) whole).getNumInteriorRing());
    assertEquals(ground.getArea(), whole.getArea(), 1e-3);
  }

  @Test
  void blocksComeFromTheWestThenFromTheNorth() {
    Geometry ground = GEOMETRY.toGeometry(new Envelope(490_000, 520_000, 3_690_000, 3_720_000));
    List<RegionCell> firsts = new ArrayList<>();
    for (CoverBlock block : RegionCover.ofGround(ground, GRID)) {
      List<RegionCell> cells = block.cells();
      firsts.add(cells.get(0));
      for (int i = 1; i < cells.size(); i++) {
        RegionCell a = cells.get(i - 1);
        RegionCell b = cells.get(i);
        assertTrue(a.row() > b.row() || a.row() == b.row() && a.col() < b.col());
      }
    }
    for (int i = 1; i < firsts.size(); i++) {
      int west = Math.floorDiv(firsts.get(i - 1).col(), RegionCover.BLOCK);
      int east = Math.floorDiv(firsts.get(i).col(), RegionCover.BLOCK);
      assertTrue(west < east || west == east && firsts.get(i - 1).row() > firsts.get(i).row());
    }
    assertTrue(firsts.size() >= 25);
  }

  @Test
  void aRegionAlongTheGridHasWholeCellsOnly() {
    Geometry ground =
        GEOMETRY.toGeometry(new Envelope(224.0 * 2000, 224.0 * 2100, 224.0 * 100, 224.0 * 150));
    RegionCover cover = RegionCover.ofGround(ground, GRID);
    assertEquals(5000, cover.count());
    for (CoverBlock block : cover) {
      assertTrue(block.cells().stream().allMatch(RegionCell::isWhole));
    }
  }

  @Test
  void worksOnBothSidesOfTheOrigin() {
    Geometry ground = GEOMETRY.toGeometry(new Envelope(-9_000, 9_000, -9_000, 9_000));
    double area = 0;
    for (CoverBlock block : RegionCover.ofGround(ground, GRID)) {
      for (RegionCell cell : block.cells()) {
        area += cell.ground(GRID).getArea();
      }
    }
    assertEquals(18_000.0 * 18_000, area, 1e-3);
  }

  @Test
  void smallCellsOfASmallRegion() {
    Region region = Region.ofDegrees(-117.0001, 33, -117, 33.0001);
    ChipGrid fine = new ChipGrid(new UtmZone(11, true), 1, 56);
    RegionCover cover = RegionCover.of(region, fine);
    assertTrue(cover.count() >= 1 && cover.count() <= 4);
    Iterator<CoverBlock> blocks = cover.iterator();
    while (blocks.hasNext()) {
      assertFalse(blocks.next().cells().isEmpty());
    }
    assertThrows(NoSuchElementException.class, blocks::next);
  }

  @Test
  void aMillionCellsAreWalkedQuickly() {
    Geometry ground = GEOMETRY.toGeometry(new Envelope(3e5, 3e5 + 224_000, 37e5, 37e5 + 224_000));
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertTrue(RegionCover.ofGround(ground, GRID).count() >= 1_000_000));
  }

  @Test
  void aHundredThousandCornersAreCutQuickly() {
    Random random = new Random(1);
    int corners = 100_000;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double r = 50_000 * (0.9 + 0.05 * Math.sin(9 * angle)) + random.nextDouble();
      ring[i] = new Coordinate(5e5 + r * Math.cos(angle), 37e5 + r * Math.sin(angle));
    }
    ring[corners] = ring[0];
    Geometry ground = GEOMETRY.createPolygon(ring);
    Assertions.assertTimeout(
        Duration.ofSeconds(20),
        () -> assertTrue(RegionCover.ofGround(ground, GRID).count() > 100_000));
  }
}
