package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureCollection;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

class ZonesTest {
  private static final Geometry BOX = TestMaps.wkt("POLYGON ((0 0, 1 0, 1 1, 0 0))");
  private static final FeatureCollection PARCELS =
      new FeatureCollection(
          Crs.WGS84,
          List.of(
              new Feature(BOX, Map.of("PIN", "a-1")),
              new Feature(BOX, Map.of("PIN", 7L)),
              new Feature(BOX, Map.of("owner", "x"))));

  @Test
  void valuesOfEveryKindNameZones() {
    assertEquals(
        List.of("a-1", "7", ""), Zones.of(PARCELS, "pin").stream().map(Zone::value).toList());
  }

  @Test
  void aFieldThatIsNotThereIsAnsweredWithThoseThatAre() {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> Zones.of(PARCELS, "APN"));
    assertTrue(fault.toString().contains("choose one of PIN, owner."), fault.toString());
    assertThrows(
        IllegalArgumentException.class,
        () -> Zones.of(new FeatureCollection(Crs.WGS84, List.of()), "PIN"));
  }
}
