package org.coverscape.app.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.coverscape.engine.analysis.GeodesicArea;
import org.coverscape.engine.fixtures.RegionFixtures;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.sample.SampleArea;
import org.coverscape.engine.vector.Feature;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.draw.Sketch;
import org.coverscape.map.draw.SketchPolygon;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

class MapPlaceTest {
  private static SketchPolygon square(double west, double south, double size) {
    return SketchPolygon.of(
        List.of(
            new MapPoint(west, south),
            new MapPoint(west + size, south),
            new MapPoint(west + size, south + size),
            new MapPoint(west, south + size)));
  }

  @Test
  void aRegionComesBackFromThePadCornerByCorner() {
    Region sample = SampleArea.region();
    Sketch sketch = MapPlace.sketch(sample);
    assertEquals(1, sketch.polygons().size());
    assertEquals(2, sketch.polygons().get(0).rings().size(), "outline and hole");
    Region back = MapPlace.region(sketch);
    Coordinate[] were = sample.geometry().getCoordinates();
    Coordinate[] are = back.crs().to(Crs.WGS84).transform(back.geometry()).getCoordinates();
    assertEquals(were.length, are.length);
    for (int i = 0; i < were.length; i++) {
      assertEquals(were[i].x, are[i].x, 1e-9);
      assertEquals(were[i].y, are[i].y, 1e-9);
    }
  }

  @Test
  void theAreaIsThatOfTheGroundAndNotOfTheScreen() {
    Region drawn = MapPlace.region(MapPlace.sketch(SampleArea.region()));
    double ground = GeodesicArea.in(Crs.WGS84).of(SampleArea.region().geometry());
    assertEquals(ground, GeodesicArea.in(drawn.crs()).of(drawn.geometry()), ground * 1e-6);
    assertTrue(drawn.geometry().getArea() > 1.6 * ground, "EPSG:3857 is large at 40° N");
  }

  @Test
  void overlappingPolygonsAreOneGround() {
    Sketch two = Sketch.of(square(0, 0, 100)).plus(square(50, 0, 100));
    assertEquals(150 * 100, MapPlace.region(two).geometry().getArea(), 1e-6);
  }

  @Test
  void anOutlineThatCrossesItselfIsRefusedInOneSentence() {
    Sketch bow =
        Sketch.of(
            SketchPolygon.of(
                List.of(
                    new MapPoint(0, 0),
                    new MapPoint(10, 10),
                    new MapPoint(10, 0),
                    new MapPoint(0, 10))));
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> MapPlace.region(bow));
    assertTrue(String.valueOf(refusal.getMessage()).endsWith("."), refusal.getMessage());
  }

  @Test
  void theBoxHoldsTheRegion() {
    MapBox box = MapPlace.box(SampleArea.region());
    assertEquals(MapPoint.ofDegrees(-98.92662, 39.95431).x(), box.minX(), 1e-3);
    assertEquals(MapPoint.ofDegrees(-98.92662, 39.98613).y(), box.maxY(), 1e-3);
  }

  @Test
  void featuresAreNamedByTheirFirstText() {
    var read =
        org.coverscape.engine.vector.GeoJson.read(RegionFixtures.featureCollection()).features();
    FeatureShape shape = FeatureShape.of(3, read.get(0), Crs.WGS84);
    assertEquals("Área 1", shape.title());
    assertEquals("name: Área 1\nid: 7", shape.summary());
    assertEquals(1, shape.shape().rings().size());
    Feature nameless = new Feature(read.get(0).geometry(), java.util.Map.of("id", 7, "name", " "));
    assertEquals("Feature 4", FeatureShape.of(4, nameless, Crs.WGS84).title());
  }
}
