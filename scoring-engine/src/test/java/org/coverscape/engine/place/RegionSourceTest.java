package org.coverscape.engine.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RegionSourceTest {
  private static final String SQUARE =
      "[[-117,33],[-116.9,33],[-116.9,33.1],[-117,33.1],[-117,33]]";

  private final Path folder;

  RegionSourceTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private static double area(String argument) {
    return RegionSource.read(argument).geometry().getArea();
  }

  @Test
  void readsARectangleInDegrees() {
    Region region = RegionSource.read(" -117, 33,-116.9 ,33.1");
    assertEquals(Crs.WGS84, region.crs());
    assertEquals(0.01, region.geometry().getArea(), 1e-12);
  }

  @Test
  void readsAnyGeoJson() {
    assertEquals(0.01, area("{\"type\":\"Polygon\",\"coordinates\":[" + SQUARE + "]}"), 1e-12);
    String feature =
        "{\"properties\":{\"a\":[1,{}],\"b\":null},\"geometry\":{\"coordinates\":[["
            + SQUARE
            + "]],\"type\":\"MultiPolygon\"},\"type\":\"Feature\"}";
    assertEquals(0.01, area(feature), 1e-12);
    String two =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + feature
            + ",{\"type\":\"Feature\",\"geometry\":null,\"properties\":null},"
            + feature.replace("-117,", "-117.05,")
            + "]}";
    assertEquals(0.015, area(two), 1e-12);
    String mixed =
        "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[0,0]},"
            + "{\"type\":\"Polygon\",\"coordinates\":["
            + SQUARE.replace("]", ",99]").replace("],99]", "]]")
            + "]}]}";
    assertEquals(0.01, area(mixed), 1e-12);
  }

  @Test
  void honoursTheCrsMember() {
    String metres =
        "{\"type\":\"Polygon\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"%s\"}},"
            + "\"coordinates\":[[[5e5,37e5],[500100,37e5],[500100,3700100],[5e5,37e5]]]}";
    for (String name :
        new String[] {
          "urn:ogc:def:crs:EPSG::26911",
          "EPSG:26911",
          "urn:ogc:def:crs:EPSG:8.9:26911",
          "http://www.opengis.net/def/crs/EPSG/0/26911"
        }) {
      assertEquals(Crs.ofEpsg(26911), RegionSource.read(metres.formatted(name)).crs(), name);
    }
    String degrees =
        "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}},"
            + "\"type\":\"Polygon\",\"coordinates\":["
            + SQUARE
            + "]}";
    assertEquals(Crs.WGS84, RegionSource.read(degrees).crs());
  }

  @Test
  void readsWellKnownText() throws IOException {
    assertEquals(0.5, area("POLYGON Z ((0 0 1, 1 0 2, 1 1 3, 0 0 1))"), 1e-12);
    Region metres =
        RegionSource.read("SRID=26911;polygon((5e5 37e5,500100 37e5,5e5 3700100,5e5 37e5))");
    assertEquals(Crs.ofEpsg(26911), metres.crs());
    Path file =
        Files.writeString(folder.resolve("a.wkt"), "\uFEFFMULTIPOLYGON(((0 0,1 0,1 1,0 0)))\n");
    assertEquals(0.5, area(file.toString()), 1e-12);
  }

  @Test
  void unitesPolygonsThatOverlapOrTouch() {
    Region region =
        RegionSource.read(
            "GEOMETRYCOLLECTION(POLYGON((0 0,2 0,2 2,0 2,0 0)),POLYGON((1 1,3 1,3 3,1 3,1 1)),"
                + "POLYGON((2 0,4 0,4 1,2 1,2 0)))");
    assertEquals("Polygon", region.geometry().getGeometryType());
    assertEquals(9, region.geometry().getArea(), 1e-12);
    assertEquals(2, area("MULTIPOLYGON(((0 0,1 0,1 1,0 1,0 0)),((1 0,2 0,2 1,1 1,1 0)))"), 1e-12);
  }

  static Stream<Arguments> faults() {
    String ring = "{\"type\":\"Polygon\",\"coordinates\":[%s]}";
    return Stream.of(
        Arguments.of("", "No region is named"),
        Arguments.of("/nowhere/x.geojson", "There is no file /nowhere/x.geojson; check the path."),
        Arguments.of("-117,33,-118,34", "no area"),
        Arguments.of("-117,33,-116,33", "no area"),
        Arguments.of("NaN,33,-118,34", "'NaN' in the rectangle is not a number."),
        Arguments.of("1e999,33,2e999,34", "is not a number"),
        Arguments.of("-117,33,-116", "four numbers"),
        Arguments.of("500000,3700000,500100,3700100", "look like metres"),
        Arguments.of("33,-117,34,-116", "look exchanged"),
        Arguments.of("170,0,190,1", "outside the world"),
        Arguments.of("{\"type\":\"Polygon\"}", "has no coordinates"),
        Arguments.of("{\"type\":\"Polygon\",\"coordinates\":[]}", "no shape"),
        Arguments.of("{\"type\":\"Topology\"}", "no type of GeoJSON"),
        Arguments.of("{\"a\":1}", "a type is missing"),
        Arguments.of("{\"type\":", "not valid JSON near line 1"),
        Arguments.of("{\"type\":\"Point\",\"coordinates\":[1,2]} x", "not valid JSON"),
        Arguments.of("{\"type\":\"Point\",\"coordinates\":[1,2]}", "holds points but no polygon"),
        Arguments.of("LINESTRING(0 0,1 1)", "holds lines but no polygon"),
        Arguments.of("POLYGON EMPTY", "no shape"),
        Arguments.of(
            ring.formatted("[[0,0],[1,0],[1,1],[0,1]]"),
            "starts at (0.000000, 0.000000) is not closed"),
        Arguments.of(ring.formatted("[[0,0],[1,0],[0,0]]"), "fewer than three corners"),
        Arguments.of(ring.formatted("[[0,0],[1],[1,1],[0,0]]"), "one number where two belong"),
        Arguments.of(ring.formatted("[[0,0],[1,\"x\"],[1,1],[0,0]]"), "one number"),
        Arguments.of(ring.formatted("[[0,0],[1,1e999],[1,1],[0,0]]"), "not a number"),
        Arguments.of(ring.formatted("[0,0]"), "do not fit"),
        Arguments.of(ring.formatted("[".repeat(5000)), "nested too deeply"),
        Arguments.of(
            "{\"type\":\"GeometryCollection\",\"geometries\":[".repeat(500), "nested too deeply"),
        Arguments.of("{\"x\":".repeat(2000), "not valid JSON"),
        Arguments.of("GEOMETRYCOLLECTION(".repeat(9999), "nested too deeply"),
        Arguments.of(
            ring.formatted("[[0,0],[2,2],[2,0],[0,2],[0,0]]"),
            "not valid near (1.000000, 1.000000): it crosses itself"),
        Arguments.of("MULTIPOLYGON(((0 0,9 0,9 9,0 0)),((0 0,2 2,2 0,0 2,0 0)))", "crosses itself"),
        Arguments.of(
            ring.formatted("[[500000,3700000],[500100,3700000],[500100,3700100],[500000,3700000]]"),
            "look like metres but no crs"),
        Arguments.of(
            "{\"crs\":{\"properties\":{\"name\":\"EPSG:999999\"}},\"type\":\"Point\","
                + "\"coordinates\":[0,0]}",
            "'EPSG:999999' is not known"),
        Arguments.of("{\"crs\":{\"type\":\"link\"},\"type\":\"Point\"}", "crs has no name"),
        Arguments.of("POLYGON((0 0,1 0,1 1))", "not closed or has too few points"),
        Arguments.of("POLYGON((0 0,1 0,x))", "not valid"),
        Arguments.of("SRID=999999;POINT(0 0)", "not known"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysInOneSentenceWhatIsWrong(String argument, String part) {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> RegionSource.read(argument));
    assertSentence(fault, part);
  }

  private static void assertSentence(IllegalArgumentException fault, String part) {
    String sentence = String.valueOf(fault.getMessage());
    assertTrue(sentence.contains(part), sentence);
    assertTrue(sentence.endsWith("."), sentence);
    assertFalse(sentence.contains("Exception") || sentence.contains("\n"), sentence);
    assertTrue(sentence.length() < 400, sentence);
  }

  @Test
  void namesTheFileThatIsWrong() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.geojson"));
    Path binary = Files.write(folder.resolve("x.bin"), new byte[] {1, 2, 3, 4});
    Path text = Files.writeString(folder.resolve("notes.txt"), "hello world");
    Path zip = Files.write(folder.resolve("x.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    Path sqlite = folder.resolve("x.gpkg");
    Files.writeString(sqlite, "SQLite format 3\0" + "garbage ".repeat(200));
    for (Path file : new Path[] {empty, binary, text, zip, sqlite}) {
      assertSentence(
          assertThrows(IllegalArgumentException.class, () -> RegionSource.read(file.toString())),
          file.toString());
    }
    assertSentence(
        assertThrows(IllegalArgumentException.class, () -> RegionSource.read(folder.toString())),
        "is not a file");
  }
}
