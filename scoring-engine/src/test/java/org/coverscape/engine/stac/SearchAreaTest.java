package org.coverscape.engine.stac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.vector.GeoJson;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

class SearchAreaTest {
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private static Geometry sent(SearchArea area) {
    return GeoJson.read(area.geoJson().toString()).features().get(0).geometry();
  }

  @Test
  void theGroundAroundARegionIsSearchedToo() {
    Region region = Region.ofDegrees(-117.1, 60.0, -117.0, 60.1);
    Geometry sent = sent(SearchArea.around(region));
    Geometry reach = region.geometry().buffer(0.0055);
    assertTrue(sent.isValid() && sent.contains(reach));
    assertTrue(sent.getEnvelopeInternal().getWidth() < 0.13, sent.toText());
    assertTrue(Orientation.isCCW(((Polygon) sent).getExteriorRing().getCoordinates()));
  }

  @Test
  void aRegionOfManyCornersIsSentWithFew() {
    Coordinate[] ring = new Coordinate[20_001];
    for (int i = 0; i < 20_000; i++) {
      double angle = 2 * Math.PI * i / 20_000;
      double radius = 1 + (i % 2) * 0.2;
      ring[i] = new Coordinate(-100 + radius * Math.cos(angle), 40 + radius * Math.sin(angle));
    }
    ring[20_000] = ring[0].copy();
    Polygon star = GEOMETRY.createPolygon(ring);
    Geometry sent = sent(SearchArea.around(new Region(star, Crs.WGS84)));
    assertTrue(sent.getNumPoints() <= 500, "corners: " + sent.getNumPoints());
    assertTrue(sent.contains(star));
    assertTrue(sent.getArea() < 2 * star.getArea());
  }

  @Test
  void thousandsOfParcelsBecomeAFewPieces() {
    Polygon[] parcels = new Polygon[3000];
    for (int i = 0; i < parcels.length; i++) {
      double x = -100 + (i % 60) * 0.02;
      double y = 40 + Math.floor(i / 60.0) * 0.02;
      parcels[i] = (Polygon) GEOMETRY.toGeometry(new Envelope(x, x + 0.004, y, y + 0.004));
    }
    SearchArea area =
        SearchArea.around(new Region(GEOMETRY.createMultiPolygon(parcels), Crs.WGS84));
    Geometry sent = sent(area);
    assertTrue(sent.getNumPoints() <= 500, "corners: " + sent.getNumPoints());
    assertTrue(sent.covers(GEOMETRY.createMultiPolygon(parcels)));
  }

  @Test
  void aRegionAcrossThe180thMeridianIsCut() {
    Geometry across = GEOMETRY.toGeometry(new Envelope(179, 182, 51, 52));
    SearchArea area = SearchArea.around(new Region(across, Crs.WGS84));
    assertEquals(2, area.boxes().size());
    area.boxes().forEach(box -> assertTrue(box.getWidth() < 3, box.toString()));
    assertTrue(area.touches(new Envelope(-179.5, -179.4, 51.4, 51.5)));
    assertTrue(area.touches(new Envelope(179.4, 179.5, 51.4, 51.5)));
    assertFalse(area.touches(new Envelope(0, 1, 51.4, 51.5)));
    assertEquals("MultiPolygon", area.geoJson().path("type").asText());
  }

  @Test
  void boxesOfManyPiecesAreFew() {
    Polygon[] islands = new Polygon[20];
    for (int i = 0; i < islands.length; i++) {
      double x = (i % 2 == 0 ? -170 : 160) + i * 0.3;
      islands[i] = (Polygon) GEOMETRY.toGeometry(new Envelope(x, x + 0.1, 20, 20.1));
    }
    SearchArea area =
        SearchArea.around(new Region(GEOMETRY.createMultiPolygon(islands), Crs.WGS84));
    assertEquals(2, area.boxes().size());
    area.boxes().forEach(box -> assertTrue(box.getWidth() < 10, box.toString()));
  }
}
