package org.coverscape.engine.region;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.tools.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrsTest {
  private static final String ESRI_ALBERS =
      "PROJCS[\"NAD_1983_Contiguous_USA_Albers\",GEOGCS[\"GCS_North_American_1983\",DATUM["
          + "\"D_North_American_1983\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM["
          + "\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Albers\"],"
          + "PARAMETER[\"False_Easting\",0.0],PARAMETER[\"False_Northing\",0.0],PARAMETER["
          + "\"Central_Meridian\",-96.0],PARAMETER[\"Standard_Parallel_1\",29.5],PARAMETER["
          + "\"Standard_Parallel_2\",45.5],PARAMETER[\"Latitude_Of_Origin\",23.0],UNIT[\"Meter\","
          + "1.0]]";

  private static double[] moved(Crs from, Crs to, double x, double y) {
    double[] xy = {x, y};
    from.to(to).transform(xy, 1);
    return xy;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EPSG:26911",
        " epsg:26911 ",
        "urn:ogc:def:crs:EPSG::26911",
        "urn:ogc:def:crs:EPSG:9.9.1:26911",
        "urn:x-ogc:def:crs:EPSG:26911",
        "http://www.opengis.net/def/crs/EPSG/0/26911",
        "https://www.opengis.net/def/crs/EPSG/9.9.1/26911"
      })
  void namesOfOneSystem(String text) {
    assertEquals(Crs.ofEpsg(26911), Crs.parse(text));
    assertEquals(OptionalInt.of(26911), Crs.parse(text).epsg());
  }

  @Test
  void degreesByAllTheirNames() {
    for (String text :
        List.of(
            "EPSG:4326",
            "OGC:CRS84",
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:OGC::CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84")) {
      assertSame(Crs.WGS84, Crs.parse(text), text);
    }
    assertTrue(Crs.parse("urn:ogc:def:crs:OGC:1.3:CRS83").sameGround(Crs.WGS84));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "EPSG:999999", "EPSG:5703", "EPSG:x", "nonsense", "PROJCS[\"a\"]", "{}", "]["})
  void refusesWhatIsNoMapSystem(String text) {
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> Crs.parse(text));
    assertTrue(String.valueOf(fault.getMessage()).endsWith("."), fault.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Crs.parse("A[".repeat(50_000)));
  }

  @Test
  void longitudeComesFirstWhateverTheDefinitionSays() {
    String latitudeFirst =
        "GEOGCS[\"WGS 84 odd\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
            + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433],"
            + "AXIS[\"Latitude\",NORTH],AXIS[\"Longitude\",EAST]]";
    for (Crs crs : List.of(Crs.ofEpsg(4326), Crs.ofEpsg(4269), Crs.parse(latitudeFirst))) {
      double[] xy = moved(crs, Crs.ofEpsg(26911), -117, 33);
      assertEquals(500_000, xy[0], 1e-6, crs.toString());
      assertEquals(3_651_242, xy[1], 1_000, crs.toString());
    }
    // New Zealand's grid is defined with northings first.
    double[] xy = moved(Crs.WGS84, Crs.ofEpsg(2193), 173, -41);
    assertEquals(1_600_000, xy[0], 1e-3);
    assertTrue(xy[1] > 5_000_000);
  }

  @Test
  void nad83AndWgs84AreOneGround() {
    assertTrue(Crs.ofEpsg(4269).sameGround(Crs.WGS84));
    assertTrue(Crs.ofEpsg(26911).sameGround(Crs.ofEpsg(32611)));
    assertFalse(Crs.ofEpsg(26911).sameGround(Crs.ofEpsg(26912)));
    assertFalse(Crs.ofEpsg(32611).sameGround(Crs.ofEpsg(32711)));
    assertFalse(Crs.ofEpsg(4267).sameGround(Crs.WGS84));
    assertSame(CoordinateTransform.IDENTITY, Crs.ofEpsg(26911).to(Crs.ofEpsg(32611)));
    assertArrayEquals(
        moved(Crs.ofEpsg(4269), Crs.ofEpsg(26911), -117.5, 33.5),
        moved(Crs.WGS84, Crs.ofEpsg(26911), -117.5, 33.5));
    double[] albers = moved(Crs.WGS84, Crs.ofEpsg(5070), -117.5, 33.5);
    assertArrayEquals(moved(Crs.ofEpsg(4269), Crs.ofEpsg(5070), -117.5, 33.5), albers, 1e-6);
  }

  @Test
  void wellKnownTextComesBack() {
    for (int code : new int[] {26911, 5070, 3857, 4269, 2193}) {
      Crs crs = Crs.ofEpsg(code);
      double longitude = code == 2193 ? 173 : -115;
      double latitude = code == 2193 ? -41 : 40;
      assertEquals(crs, Crs.parse(crs.id()));
      assertArrayEquals(
          moved(Crs.WGS84, crs, longitude, latitude),
          moved(Crs.WGS84, Crs.parse(crs.wkt()), longitude, latitude),
          1e-6,
          crs.id());
    }
    Crs own = Crs.parse(ESRI_ALBERS);
    assertEquals(own, Crs.parse(own.id()));
    assertEquals(own.hashCode(), Crs.parse(own.id()).hashCode());
    assertNotEquals(own, Crs.WGS84);
  }

  @Test
  void esriTextIsUnderstood() {
    Crs albers = Crs.parse(ESRI_ALBERS);
    assertFalse(albers.isGeographic());
    assertArrayEquals(
        moved(Crs.WGS84, Crs.ofEpsg(5070), -117.5, 33.5),
        moved(Crs.WGS84, albers, -117.5, 33.5),
        1e-3);
  }

  @ParameterizedTest
  @CsvSource({
    "26911,-117.6,33.4",
    "26911,-114.1,41.9",
    "32719,-69,-33",
    "3857,-117.6,33.4",
    "5070,-117.6,33.4",
    "5070,-70,45",
    "2193,173,-41",
    "26918,-75,40"
  })
  void agreesWithGdal(int code, double longitude, double latitude) throws IOException {
    // NAD83 as GDAL's source too: the step between the two datums is not ours to judge.
    String source = code == 26911 || code == 26918 || code == 5070 ? "EPSG:4269" : "EPSG:4326";
    String said =
        Tool.run(
            List.of("gdaltransform", "-s_srs", source, "-t_srs", "EPSG:" + code, "-output_xy"),
            longitude + " " + latitude + "\n");
    String[] numbers = said.strip().split("\\s+");
    double[] expected = {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
    double[] there = moved(Crs.WGS84, Crs.ofEpsg(code), longitude, latitude);
    // New Zealand's datum is another one, whose shift is known to a centimetre.
    boolean shifted = code == 2193;
    assertArrayEquals(expected, there, shifted ? 1e-2 : 1e-3, said);
    double[] back = moved(Crs.ofEpsg(code), Crs.WGS84, there[0], there[1]);
    assertArrayEquals(new double[] {longitude, latitude}, back, shifted ? 1e-6 : 1e-9);
  }
}
