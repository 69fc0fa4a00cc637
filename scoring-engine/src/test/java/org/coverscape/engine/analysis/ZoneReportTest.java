package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;

class ZoneReportTest {
  private static final Crs UTM = TestMaps.ZONE.crs();

  private static MappedRegion mapped() {
    return TestMaps.random(
        TestMaps.utm(
            "POLYGON ((500100 4400100, 504000 4400100, 504000 4403000, 500100 4403000, 500100 4400100),"
                + " (502000 4401000, 502000 4402000, 503000 4402000, 502000 4401000))"),
        ChipGrid.of(TestMaps.ZONE),
        5);
  }

  private static Zone box(String value, double west, double south, double east, double north) {
    return Zone.of(
        value,
        new org.locationtech.jts.geom.GeometryFactory()
            .toGeometry(new org.locationtech.jts.geom.Envelope(west, east, south, north)));
  }

  @Test
  void zonesThatDivideTheRegionAddUpToItsReport() {
    MappedRegion mapped = mapped();
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      zones.add(box("z" + i % 7, 500000 + i * 101, 4400000, 500101 + i * 101, 4404000));
    }
    AreaReport whole = AreaReport.of(mapped);
    ZoneReport report = ZoneReport.of(mapped, UTM, zones);
    assertEquals(7, report.zones().size());
    for (LandCoverClass landCover : LandCoverClass.ALL) {
      double sum =
          report.zones().stream().mapToDouble(z -> z.areas().of(landCover).squareMetres()).sum();
      assertEquals(whole.of(landCover).squareMetres(), sum, whole.regionSquareMetres() * 1e-7);
    }
    for (UnscoredReason reason : UnscoredReason.values()) {
      double sum =
          report.zones().stream().mapToDouble(z -> z.areas().of(reason).squareMetres()).sum();
      assertEquals(whole.of(reason).squareMetres(), sum, whole.regionSquareMetres() * 1e-7);
    }
    report
        .zones()
        .forEach(
            z ->
                assertEquals(
                    z.zoneSquareMetres(),
                    z.inside().squareMetres() + z.outside().squareMetres(),
                    z.zoneSquareMetres() * 1e-5));
  }

  @Test
  void aZoneElsewhereIsListedWithNothing() {
    ZoneReport report =
        ZoneReport.of(
            mapped(),
            UTM,
            List.of(
                box("far", 100000, 100000, 100100, 100100),
                Zone.of("none", TestMaps.wkt("POINT (1 1)"))));
    ZoneShare far = report.zones().get(0);
    assertEquals("far", far.value());
    assertEquals(0, far.inside().squareMetres());
    assertEquals(0, far.areas().region().cells());
    assertEquals(far.zoneSquareMetres(), far.outside().squareMetres());
    assertTrue(report.zones().get(1).ground().isEmpty());
  }

  @Test
  void aZoneAroundEverythingHasTheAreasOfTheRegion() {
    MappedRegion mapped = mapped();
    ZoneReport report = ZoneReport.of(mapped, Crs.WGS84, List.of(box("west", -179, -80, 0, 85)));
    AreaReport whole = AreaReport.of(mapped);
    AreaReport inside = report.zones().get(0).areas();
    assertEquals(whole.regionSquareMetres(), inside.regionSquareMetres(), 1e-3);
    assertEquals(
        whole.of(LandCoverClass.BARREN).squareMetres(),
        inside.of(LandCoverClass.BARREN).squareMetres(),
        1e-3);
  }

  @Test
  void anOutlineThatCrossesItselfIsMended() {
    Zone bow =
        Zone.of(
            "bow",
            TestMaps.wkt(
                "POLYGON ((501000 4400200, 501500 4400700, 501500 4400200, 501000 4400700, 501000 4400200))"));
    ZoneShare share = ZoneReport.of(mapped(), UTM, List.of(bow)).zones().get(0);
    assertTrue(share.ground().isValid());
    assertEquals(125_000, share.inside().squareMetres(), 125_000 * 1e-3);
    assertEquals(0, share.outside().squareMetres());
  }
}
