package org.coverscape.engine.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

class ShapefileWriterTest {
  private static final List<DbfField> FIELDS =
      List.of(
          DbfField.number("id", 6, 0), DbfField.text("name", 8), DbfField.number("size", 12, 3));
  private static final Geometry TWO_PARTS =
      TestMaps.wkt(
          "MULTIPOLYGON (((0 0, 10 0, 10 10, 0 10, 0 0), (2 2, 2 4, 4 4, 4 2, 2 2)),"
              + " ((20 20, 30 20, 30 30, 20 20)))");

  @TempDir
  @SuppressWarnings("NullAway.Init")
  Path folder;

  private Path write() throws IOException {
    Path shp = folder.resolve("x.shp");
    try (ShapefileWriter out = ShapefileWriter.create(shp, TestMaps.ZONE.crs(), FIELDS)) {
      out.add(TWO_PARTS, List.of(1, "caf\u00e9", 12.3456));
      out.add(TWO_PARTS.reverse(), Arrays.asList(2, "\u00e9\u00e9\u00e9\u00e9\u00e9", null));
      out.add(TestMaps.wkt("MULTIPOLYGON EMPTY"), List.of(-3, "", -0.0005));
      out.finish();
    }
    return shp;
  }

  @Test
  void shellsRunClockwiseAndHolesTheOtherWay() throws IOException {
    ByteBuffer shp = ByteBuffer.wrap(Files.readAllBytes(write())).order(ByteOrder.LITTLE_ENDIAN);
    int record = 100;
    for (int i = 0; i < 2; i++) {
      int content = record + 8;
      assertEquals(5, shp.getInt(content));
      assertEquals(3, shp.getInt(content + 36));
      int points = shp.getInt(content + 40);
      int[] starts = {
        shp.getInt(content + 44), shp.getInt(content + 48), shp.getInt(content + 52), points
      };
      boolean[] clockwise = {true, false, true};
      for (int ring = 0; ring < 3; ring++) {
        Coordinate[] vertices = new Coordinate[starts[ring + 1] - starts[ring]];
        for (int v = 0; v < vertices.length; v++) {
          int at = content + 56 + 16 * (starts[ring] + v);
          vertices[v] = new Coordinate(shp.getDouble(at), shp.getDouble(at + 8));
        }
        assertEquals(clockwise[ring], !Orientation.isCCW(vertices));
      }
      record = content + 56 + 16 * points;
    }
  }

  @Test
  void theIndexLeadsToEveryRecord() throws IOException {
    Path shp = write();
    ByteBuffer shapes = ByteBuffer.wrap(Files.readAllBytes(shp));
    ByteBuffer index = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("x.shx")));
    assertEquals(shapes.capacity(), 2 * shapes.getInt(24));
    assertEquals(index.capacity(), 2 * index.getInt(24));
    assertEquals(100 + 3 * 8, index.capacity());
    for (int i = 0; i < 3; i++) {
      int at = 2 * index.getInt(100 + 8 * i);
      assertEquals(i + 1, shapes.getInt(at));
      assertEquals(index.getInt(104 + 8 * i), shapes.getInt(at + 4));
    }
  }

  @Test
  void textIsCutBetweenCharactersAndNumbersStandRight() throws IOException {
    write();
    byte[] dbf = Files.readAllBytes(folder.resolve("x.dbf"));
    int header = 32 + 3 * 32 + 1;
    byte[] second = Arrays.copyOfRange(dbf, header + 27, header + 54);
    assertArrayEquals(
        "      2\u00e9\u00e9\u00e9\u00e9            "
            .getBytes(java.nio.charset.StandardCharsets.UTF_8),
        second);
    assertEquals("UTF-8", Files.readString(folder.resolve("x.cpg")));
  }

  @Test
  void ogrinfoAgrees() throws IOException {
    String info = Tool.run("ogrinfo", "-al", write().toString());
    assertTrue(info.contains("Feature Count: 3"), info);
    assertTrue(info.contains("name (String) = caf\u00e9"), info);
    assertTrue(info.contains("size (Real) = 12.346"), info);
    assertTrue(info.contains("size (Real) = (null)"), info);
    assertTrue(info.contains("id: Integer (6.0)"), info);
    assertTrue(info.contains("NAD83 / UTM zone 11N"), info);
    assertTrue(info.contains("(2 2,4 2,4 4,2 4,2 2)") || info.contains("(2 2,2 4"), info);
    assertFalse(info.contains("Warning") || info.contains("ERROR"), info);
  }

  @ParameterizedTest
  @ValueSource(ints = {26911, 32611, 32719, 5070, 3857, 4326, 4269, 2227, 6350, 26741})
  void gdalKnowsEverySystemAgain(int epsg) throws IOException {
    String wkt = EsriWkt.of(Crs.ofEpsg(epsg));
    assertFalse(wkt.contains("TOWGS84") || wkt.contains("AUTHORITY") || wkt.contains("AXIS"), wkt);
    Path prj = Files.writeString(folder.resolve(epsg + ".prj"), wkt);
    double[] lonLat = epsg == 32719 ? new double[] {-70.2, -33.4} : new double[] {-118.3, 37.4};
    Crs.WGS84.to(Crs.ofEpsg(epsg)).transform(lonLat, 1);
    String moved =
        Tool.run(
            List.of(
                "gdaltransform", "-s_srs", prj.toString(), "-t_srs", "EPSG:" + epsg, "-output_xy"),
            lonLat[0] + " " + lonLat[1] + "\n");
    String[] words = moved.trim().split("\\s+");
    assertEquals(lonLat[0], Double.parseDouble(words[0]), 1e-3, moved);
    assertEquals(lonLat[1], Double.parseDouble(words[1]), 1e-3, moved);
  }

  @Test
  void aWriterThatIsNotFinishedLeavesNothing() throws IOException {
    try (ShapefileWriter out =
        ShapefileWriter.create(folder.resolve("y.shp"), TestMaps.ZONE.crs(), FIELDS)) {
      out.add(TWO_PARTS, List.of(1, "a", 1));
      assertThrows(
          IllegalArgumentException.class, () -> out.add(TWO_PARTS, List.of(12345678, "a", 1)));
    }
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    IOException fault =
        assertThrows(
            IOException.class,
            () ->
                ShapefileWriter.create(folder.resolve("none/z.shp"), TestMaps.ZONE.crs(), FIELDS));
    assertTrue(fault.toString().contains("folder does not exist"), fault.toString());
  }

  @Test
  void namesAreAtMostTenLetters() {
    assertThrows(IllegalArgumentException.class, () -> DbfField.text("elevenchars", 5));
    assertThrows(IllegalArgumentException.class, () -> DbfField.text("caf\u00e9", 5));
    assertThrows(IllegalArgumentException.class, () -> DbfField.number("x", 3, 2));
  }
}
