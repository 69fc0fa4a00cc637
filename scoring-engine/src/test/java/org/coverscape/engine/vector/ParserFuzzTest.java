package org.coverscape.engine.vector;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;

/** Bytes that went wrong in any way give features or one sentence, and nothing else. */
@Timeout(60)
class ParserFuzzTest {
  private static final int ROUNDS = 2000;
  private static final String GEOJSON =
      "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
          + "\"EPSG:4326\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{\"n\":1,\"s\":"
          + "\"x\"},\"geometry\":{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],"
          + "[0,0]],[[2,1],[3,1],[3,2],[2,1]]]]}},{\"type\":\"Feature\",\"geometry\":{\"type\":"
          + "\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]}]}}]}";
  private static final String KML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">"
          + "<Document><Placemark><name>a</name><ExtendedData><Data name=\"b\"><value>c</value>"
          + "</Data></ExtendedData><MultiGeometry><Polygon><outerBoundaryIs><LinearRing>"
          + "<coordinates>0,0,5 9,0 9,9 0,0</coordinates></LinearRing></outerBoundaryIs>"
          + "<innerBoundaryIs><LinearRing><coordinates>2,1 3,1 3,2 2,1</coordinates></LinearRing>"
          + "</innerBoundaryIs></Polygon><Point><coordinates>1,1</coordinates></Point>"
          + "</MultiGeometry></Placemark></Document></kml>";
  private static final String WKT =
      "SRID=4326;GEOMETRYCOLLECTION(POLYGON Z((0 0 1,9 0 1,9 9 1,0 0 1),(2 1 0,3 1 0,3 2 0,2 1 0)),"
          + "MULTIPOINT((1 2),(3 4)),LINESTRING EMPTY)";

  /** Reads bytes as one format does. */
  private interface Reader {
    void read(byte[] bytes) throws IOException;
  }

  private static byte[] damaged(byte[] whole, Random random) {
    byte[] bytes = whole.clone();
    int faults = 1 + random.nextInt(4);
    for (int i = 0; i < faults; i++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] = (byte) random.nextInt();
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = java.util.Arrays.copyOf(bytes, Math.max(1, at));
        case 3 -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(random.nextInt(20), bytes.length - Math.max(at, from));
          System.arraycopy(bytes, from, bytes, at, count);
        }
        default -> bytes[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
      }
    }
    return bytes;
  }

  private static void fuzz(byte[] whole, Reader reader) throws IOException {
    Random random = new Random(42);
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = damaged(whole, random);
      try {
        reader.read(bytes);
      } catch (FeatureException e) {
        refused++;
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
      }
    }
    reader.read(whole);
    assertTrue(refused > ROUNDS / 20, "refused " + refused);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void geoJson() throws IOException {
    fuzz(utf8(GEOJSON), bytes -> GeoJson.read(new ByteArrayInputStream(bytes)));
  }

  @Test
  void kml() throws IOException {
    fuzz(utf8(KML), bytes -> Kml.read(new ByteArrayInputStream(bytes)));
  }

  @Test
  void wellKnownText() throws IOException {
    fuzz(utf8(WKT), bytes -> WellKnownText.read(new String(bytes, StandardCharsets.ISO_8859_1)));
  }

  @Test
  void wellKnownBinary() throws IOException, ParseException {
    Geometry shape = new WKTReader().read(WKT.substring(10));
    fuzz(new WKBWriter(3).write(shape), bytes -> Wkb.read(bytes, 0));
    byte[] deep = new byte[9 * 100_000];
    for (int i = 0; i < deep.length; i += 9) {
      deep[i] = 0;
      deep[i + 4] = 7;
      deep[i + 8] = 1;
    }
    org.junit.jupiter.api.Assertions.assertThrows(FeatureException.class, () -> Wkb.read(deep, 0));
  }

  @Test
  void shapes() throws IOException {
    fuzz(Shapefiles.shp(), bytes -> read(Map.of("shp", bytes, "dbf", Shapefiles.dbf())));
  }

  @Test
  void tables() throws IOException {
    Function<byte[], Map<String, byte[]>> parts =
        bytes -> Map.of("shp", Shapefiles.shp(), "dbf", bytes, "cpg", utf8("UTF-8"));
    fuzz(Shapefiles.dbf(), bytes -> read(parts.apply(bytes)));
  }

  @Test
  void projectionsAndCodePages() throws IOException {
    byte[] prj = utf8(Shapefiles.PRJ);
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      byte[] bad = damaged(prj, random);
      try {
        read(
            Map.of("shp", Shapefiles.shp(), "prj", bad, "cpg", damaged(utf8("ANSI 1252"), random)));
      } catch (FeatureException e) {
        assertTrue(String.valueOf(e.getMessage()).endsWith("."), e.getMessage());
      }
    }
  }

  private static FeatureCollection read(Map<String, byte[]> parts) throws IOException {
    return Shapefile.read(
        ending -> Optional.ofNullable(parts.get(ending)).map(ByteArrayInputStream::new));
  }
}
