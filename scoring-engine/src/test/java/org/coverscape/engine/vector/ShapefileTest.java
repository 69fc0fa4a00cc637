package org.coverscape.engine.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Geometry;

class ShapefileTest {
  private static FeatureCollection read(Map<String, byte[]> parts) throws IOException {
    return Shapefile.read(
        ending -> Optional.ofNullable(parts.get(ending)).map(ByteArrayInputStream::new));
  }

  @Test
  void findsTheShellOfEachHole() throws IOException {
    Geometry shape = read(Map.of("shp", Shapefiles.shp())).features().get(0).geometry();
    assertEquals(3, shape.getNumGeometries());
    assertTrue(shape.isValid());
    assertEquals(100 - 36 + 4 + 1, shape.getArea(), 1e-12);
  }

  @Test
  void ringsAllTheWrongWayRoundAreShells() throws IOException {
    List<double[]> rings =
        List.of(new double[] {0, 0, 1, 0, 1, 1, 0, 0}, new double[] {5, 0, 6, 0, 6, 1, 5, 0});
    Geometry shape = read(Map.of("shp", Shapefiles.shp(rings))).features().get(0).geometry();
    assertEquals(1, shape.getArea(), 1e-12);
  }

  @Test
  void readsAttributesByTheirTypes() throws IOException {
    Map<String, byte[]> parts = new HashMap<>();
    parts.put("shp", Shapefiles.shp());
    parts.put("dbf", Shapefiles.dbf());
    parts.put("cpg", "UTF-8\n".getBytes(StandardCharsets.US_ASCII));
    Map<String, Object> attributes = read(parts).features().get(0).attributes();
    assertEquals(
        Map.of(
            "NAME",
            "Größe",
            "COUNT",
            42L,
            "SHARE",
            0.25,
            "DAY",
            LocalDate.of(2022, 4, 30),
            "OK",
            true),
        attributes);
    parts.remove("cpg");
    assertEquals("GrÃ¶ÃŸe", read(parts).features().get(0).attributes().get("NAME"));
  }

  @Test
  void readsThePrjOrTakesDegrees() throws IOException {
    assertEquals(Crs.WGS84, read(Map.of("shp", Shapefiles.shp())).crs());
    byte[] prj = Shapefiles.PRJ.getBytes(StandardCharsets.US_ASCII);
    Crs crs = read(Map.of("shp", Shapefiles.shp(), "prj", prj)).crs();
    double[] xy = {-117.5, 33};
    double[] expected = xy.clone();
    Crs.WGS84.to(crs).transform(xy, 1);
    Crs.WGS84.to(Crs.ofEpsg(26911)).transform(expected, 1);
    assertEquals(expected[0], xy[0], 1e-3);
    assertEquals(expected[1], xy[1], 1e-3);
    List<double[]> metres = List.of(new double[] {5e5, 37e5, 5e5, 38e5, 6e5, 38e5, 5e5, 37e5});
    assertTrue(refusal(Map.of("shp", Shapefiles.shp(metres))).contains(".prj file is missing"));
  }

  private static String refusal(Map<String, byte[]> parts) {
    return String.valueOf(assertThrows(FeatureException.class, () -> read(parts)).getMessage());
  }

  @Test
  void saysThatThePartWithTheShapesIsMissing() {
    assertTrue(refusal(Map.of("dbf", Shapefiles.dbf())).contains(".shp file is missing"));
    assertTrue(refusal(Map.of("shp", new byte[200])).contains("no shapefile"));
  }

  @Test
  @Timeout(10)
  void tenThousandRingsAndHolesAreSortedQuickly() throws IOException {
    List<double[]> rings = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      double x = i % 100 * 10.0;
      double y = Math.floorDiv(i, 100) * 10.0;
      rings.add(new double[] {x, y, x, y + 9, x + 9, y + 9, x + 9, y, x, y});
      rings.add(
          new double[] {x + 1, y + 1, x + 2, y + 1, x + 2, y + 2, x + 1, y + 2, x + 1, y + 1});
    }
    rings.add(new double[] {-9, -9, -9, 2000, 2000, 2000, 2000, -9, -9, -9});
    byte[] prj = Shapefiles.PRJ.getBytes(StandardCharsets.US_ASCII);
    Map<String, byte[]> parts = Map.of("shp", Shapefiles.shp(rings), "prj", prj);
    Geometry shape = read(parts).features().get(0).geometry();
    assertEquals(5001, shape.getNumGeometries());
    assertEquals(5000 * 80 + 2009.0 * 2009, shape.getArea(), 1e-3);
  }
}
