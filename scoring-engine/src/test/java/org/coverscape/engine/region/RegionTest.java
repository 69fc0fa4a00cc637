package org.coverscape.engine.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class RegionTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POINT(1 2)|must be a polygon; it is a Point",
        "POLYGON EMPTY|is empty",
        "POLYGON((0 0,1 1,2 2,0 0))|is empty",
        "POLYGON((0 0,2 2,2 0,0 2,0 0))|(1.000000, 1.000000): it crosses itself",
        "POLYGON((0 0,9 0,9 9,0 0),(20 20,21 20,21 21,20 20))|a hole lies outside its polygon",
        "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0)),((1 1,2 1,2 2,1 1)))|inside another"
      })
  void saysWhyItIsNoRegion(String wkt, String part) throws ParseException {
    Geometry geometry = new WKTReader().read(wkt);
    IllegalArgumentException fault =
        assertThrows(IllegalArgumentException.class, () -> new Region(geometry, Crs.WGS84));
    String sentence = String.valueOf(fault.getMessage());
    assertTrue(sentence.contains(part) && sentence.endsWith("."), sentence);
  }

  @Test
  void coordinatesAreNumbers() {
    Coordinate[] ring = {
      new Coordinate(0, 0),
      new Coordinate(1, Double.NaN),
      new Coordinate(1, 1),
      new Coordinate(0, 0)
    };
    assertThrows(
        IllegalArgumentException.class, () -> new Region(GEOMETRY.createPolygon(ring), Crs.WGS84));
  }

  @Test
  void theSameGroundIsNotMoved() {
    Region region =
        new Region(GEOMETRY.toGeometry(new Envelope(5e5, 6e5, 37e5, 38e5)), Crs.ofEpsg(26911));
    assertSame(region.geometry(), region.in(Crs.ofEpsg(32611)).geometry());
  }

  @Test
  void longEdgesBendWithTheGround() {
    Region band = Region.ofDegrees(-117, 40, -111, 41);
    Region metres = band.in(Crs.ofEpsg(26911));
    // Along a parallel the middle of the edge lies north or south of the chord by kilometres.
    double[] middle = {-114, 40};
    Crs.WGS84.to(Crs.ofEpsg(26911)).transform(middle, 1);
    Point south = GEOMETRY.createPoint(new Coordinate(middle[0], middle[1] - 5));
    Point north = GEOMETRY.createPoint(new Coordinate(middle[0], middle[1] + 5));
    assertTrue(metres.geometry().contains(north));
    assertTrue(!metres.geometry().contains(south));
    Region back = metres.in(Crs.WGS84);
    assertEquals(6, back.geometry().getArea(), 1e-4);
  }

  @Test
  void hasTheZoneOfItsCentroid() {
    assertEquals(new UtmZone(11, true), Region.ofDegrees(-118, 33, -117, 34).zone());
    assertEquals(new UtmZone(10, true), Region.ofDegrees(-123, 33, -118, 34).zone());
    Region metres =
        new Region(GEOMETRY.toGeometry(new Envelope(5e5, 6e5, 37e5, 38e5)), Crs.ofEpsg(26912));
    assertEquals(new UtmZone(12, true), metres.zone());
  }
}
