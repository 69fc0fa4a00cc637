package org.coverscape.engine.export;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

class PatchPolygonsTest {
  private static final String CUT =
      "MULTIPOLYGON (((500100 4400100, 509000 4401000, 507000 4409000, 500100 4406000, 500100 4400100),"
          + " (503000 4403000, 503500 4405000, 505000 4404000, 503000 4403000)),"
          + " ((510000 4400000, 511000 4400000, 510500 4401000, 510000 4400000)))";

  /** The same ground, put together cell by cell. */
  private static Map<LandCoverClass, Geometry> unions(MappedRegion mapped, boolean whole) {
    Map<LandCoverClass, List<Geometry>> cells = new EnumMap<>(LandCoverClass.class);
    for (CoverBlock block : mapped.cover()) {
      for (RegionCell cell : block.cells()) {
        int id = mapped.map().classId(cell.row(), cell.col());
        if (id > 0) {
          RegionCell part = whole ? new RegionCell(cell.row(), cell.col(), null) : cell;
          cells
              .computeIfAbsent(LandCoverClass.ofId(id), k -> new ArrayList<>())
              .add(part.ground(mapped.grid()));
        }
      }
    }
    Map<LandCoverClass, Geometry> unions = new EnumMap<>(LandCoverClass.class);
    cells.forEach((landCover, parts) -> unions.put(landCover, OverlayNGRobust.union(parts)));
    return unions;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void patchesAreTheUnionsOfTheirCells(long seed) {
    MappedRegion mapped = TestMaps.random(TestMaps.utm(CUT), ChipGrid.of(TestMaps.ZONE), seed);
    Map<LandCoverClass, Geometry> expected = unions(mapped, false);
    Map<LandCoverClass, List<Geometry>> found = new EnumMap<>(LandCoverClass.class);
    for (Patch patch : PatchPolygons.of(mapped)) {
      assertTrue(patch.outline().isValid(), () -> patch.outline().toText());
      found.computeIfAbsent(patch.landCover(), k -> new ArrayList<>()).add(patch.outline());
    }
    assertEquals(expected.keySet(), found.keySet());
    found.forEach(
        (landCover, outlines) -> {
          double sum = outlines.stream().mapToDouble(Geometry::getArea).sum();
          Geometry union = requireNonNull(expected.get(landCover));
          assertEquals(union.getArea(), sum, 1e-3, landCover.label());
          Geometry difference = union.symDifference(OverlayNGRobust.union(outlines));
          assertEquals(0, difference.getArea(), 1e-3, landCover.label());
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void thereIsOneFeatureForEachFourConnectedPatch(long seed) {
    MappedRegion mapped = TestMaps.random(TestMaps.utm(CUT), ChipGrid.of(TestMaps.ZONE), seed);
    int expected =
        unions(mapped, true).values().stream().mapToInt(Geometry::getNumGeometries).sum();
    assertEquals(expected, PatchPolygons.of(mapped).count());
  }

  @ParameterizedTest
  @ValueSource(ints = {224, 112, 56})
  void hectaresAddUpToTheTableOfAreas(int stride) {
    MappedRegion mapped =
        TestMaps.random(TestMaps.utm(CUT), new ChipGrid(TestMaps.ZONE, 1, stride), 7);
    AreaReport areas = AreaReport.of(mapped);
    Map<LandCoverClass, Double> sums = new EnumMap<>(LandCoverClass.class);
    Map<LandCoverClass, Double> confidences = new EnumMap<>(LandCoverClass.class);
    for (Patch patch : PatchPolygons.of(mapped)) {
      sums.merge(patch.landCover(), patch.hectares(), Double::sum);
      confidences.merge(patch.landCover(), patch.hectares() * patch.confidence(), Double::sum);
    }
    sums.forEach(
        (landCover, hectares) -> {
          assertEquals(areas.of(landCover).hectares(), hectares, hectares * 1e-9);
          assertEquals(
              areas.of(landCover).confidence().orElseThrow(),
              confidences.getOrDefault(landCover, 0.0) / hectares,
              1e-9);
        });
  }

  @Test
  void everySmallPatternMakesValidPolygons() {
    Random random = new Random(99);
    for (int i = 0; i < 300; i++) {
      int size = 3 + i % 4;
      LandCoverMap map = new LandCoverMap(20000, 2000, size, size);
      int cells = 0;
      for (int row = 20000; row < 20000 + size; row++) {
        for (int col = 2000; col < 2000 + size; col++) {
          boolean on = random.nextInt(5) > 1;
          map.setScored(row, col, on ? 1 : 2, 50);
          cells += on ? 1 : 0;
        }
      }
      double area = 0;
      for (Patch patch : PatchPolygons.of(TestMaps.mapped(square(size), grid(), map, false))) {
        assertTrue(patch.outline().isValid(), () -> patch.outline().toText());
        area += patch.landCover() == LandCoverClass.BARREN ? patch.outline().getArea() : 0;
      }
      assertEquals(cells * 224.0 * 224, area, 1e-6);
    }
  }

  @Test
  void aRingOfCellsThatTouchesItselfAtACornerHasAHoleThatTouchesItsShell() {
    // the centre and the north-east corner are another class; the ring around the centre closes
    // over the corner between them
    LandCoverMap map = new LandCoverMap(20000, 2000, 3, 3);
    for (int i = 0; i < 9; i++) {
      map.setScored(20000 + i / 3, 2000 + i % 3, i == 4 || i == 8 ? 2 : 1, 50);
    }
    List<Patch> patches = new ArrayList<>();
    PatchPolygons.of(TestMaps.mapped(square(3), grid(), map, false)).forEach(patches::add);
    assertEquals(3, patches.size());
    Polygon ring =
        (Polygon)
            patches.stream()
                .filter(p -> p.landCover() == LandCoverClass.BARREN)
                .findFirst()
                .orElseThrow()
                .outline()
                .getGeometryN(0);
    assertEquals(1, ring.getNumInteriorRing());
    assertEquals(5, ring.getInteriorRingN(0).getNumPoints());
    assertEquals(7, ring.getExteriorRing().getNumPoints());
    assertTrue(ring.isValid());
  }

  private static ChipGrid grid() {
    return ChipGrid.of(TestMaps.ZONE);
  }

  private static Region square(int cells) {
    double west = 2000 * 224;
    double south = 20000 * 224;
    double side = cells * 224;
    return new Region(
        new org.locationtech.jts.geom.GeometryFactory()
            .toGeometry(
                new org.locationtech.jts.geom.Envelope(west, west + side, south, south + side)),
        TestMaps.ZONE.crs());
  }
}
