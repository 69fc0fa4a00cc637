package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.stream.Stream;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AreaReportTest {
  static Stream<Arguments> grounds() {
    return Stream.of(
        Arguments.of(
            "cuts cells",
            utm("POLYGON ((500100 4400100, 503333 4401000, 502000 4404444, 500100 4400100))")),
        Arguments.of(
            "has holes",
            utm(
                "POLYGON ((330000 4400000, 334000 4400000, 334000 4404000, 330000 4404000, 330000 4400000),"
                    + " (331000 4401000, 331000 4401900, 332500 4401900, 331000 4401000),"
                    + " (333000 4403000, 333000 4403010, 333010 4403010, 333000 4403000))")),
        Arguments.of(
            "has several parts",
            utm(
                "MULTIPOLYGON (((200000 4000000, 201000 4000000, 200500 4001000, 200000 4000000)),"
                    + " ((200900 4000900, 202000 4001000, 201000 4002000, 200900 4000900)),"
                    + " ((209000 4009000, 209010 4009000, 209005 4009010, 209000 4009000)))")),
        Arguments.of(
            "lies across two zones",
            TestMaps.degrees("POLYGON ((-114.05 40, -113.9 40.01, -113.97 40.06, -114.05 40))")),
        Arguments.of(
            "is in degrees",
            TestMaps.degrees(
                "POLYGON ((-117 34, -116.95 34, -116.95 34.03, -117 34.03, -117 34))")));
  }

  private static Region utm(String wkt) {
    return TestMaps.utm(wkt);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("grounds")
  void classesUnclassifiedAndUnscoredMakeUpTheRegion(String name, Region region) {
    for (int stride : new int[] {224, 112, 56}) {
      for (int zone : new int[] {11, 12}) {
        ChipGrid grid = new ChipGrid(new UtmZone(zone, true), 1, stride);
        AreaReport report = AreaReport.of(TestMaps.random(region, grid, stride));
        double own = GeodesicArea.in(region.crs()).of(region.geometry());
        assertEquals(own, report.regionSquareMetres(), own * 1e-5, name);
        assertEquals(own, report.summedSquareMetres(), own * 1e-4, name);
        assertEquals(report.regionSquareMetres(), report.summedSquareMetres(), own * 1e-7, name);
      }
    }
  }

  @Test
  void aSquareOfFourCellsIsToldClassByClass() {
    MappedRegion mapped = fourCells();
    AreaReport report = AreaReport.of(mapped);
    GroundShare developed = report.of(LandCoverClass.DEVELOPED);
    assertEquals(2, developed.cells());
    // half a cell of 80 % and a whole one of 50 %
    assertEquals(60, developed.confidence().getAsDouble(), 1e-3);
    assertEquals(1, report.unclassified().cells());
    assertEquals(1, report.of(UnscoredReason.CANCELLED).cells());
    assertEquals(0, report.of(LandCoverClass.SHRUB).cells());
    assertTrue(report.of(LandCoverClass.SHRUB).confidence().isEmpty());
    assertEquals(100, report.percentOfClassified(developed), 1e-9);
    assertEquals(50, report.percentOfRegion(developed), 1e-3);
    assertEquals(4, report.region().cells());
    assertEquals(report.regionSquareMetres() / 1e4, report.region().hectares(), 1e-9);
    assertEquals(report.region().hectares() * 2.4710538, report.region().acres(), 1e-4);
  }

  /** The western halves of two cells and two whole ones; one of them was never reached. */
  private static MappedRegion fourCells() {
    double west = 2000 * 224;
    double south = 20000 * 224;
    Region region =
        utm(
            String.format(
                java.util.Locale.ROOT,
                "POLYGON ((%f %f, %f %f, %f %f, %f %f, %f %f))",
                west + 112,
                south,
                west + 448,
                south,
                west + 448,
                south + 448,
                west + 112,
                south + 448,
                west + 112,
                south));
    LandCoverMap map = new LandCoverMap(20000, 2000, 2, 2);
    map.setScored(20000, 2000, 3, 80);
    map.setScored(20000, 2001, 3, 50);
    map.setScored(20001, 2001, 0, 90);
    return TestMaps.mapped(region, ChipGrid.of(TestMaps.ZONE), map, false);
  }

  @Test
  void fortyThousandCellsAreMeasuredInLessThanTwoSeconds() {
    Region region =
        utm(
            "POLYGON ((500000 4400000, 544800 4400000, 544900 4444700, 500050 4444800, 500000 4400000))");
    MappedRegion mapped = TestMaps.random(region, ChipGrid.of(TestMaps.ZONE), 1);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long start = clock.getCurrentThreadCpuTime();
    AreaReport report = AreaReport.of(mapped);
    // of this thread's own time, so that a busy machine does not fail it
    assertTrue(clock.getCurrentThreadCpuTime() - start < 2_000_000_000L);
    assertTrue(report.region().cells() > 39_000);
    assertEquals(
        report.regionSquareMetres(),
        report.summedSquareMetres(),
        report.regionSquareMetres() * 1e-7);
  }
}
