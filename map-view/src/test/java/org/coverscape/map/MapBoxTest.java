package org.coverscape.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MapBoxTest {
  private final MapBox box = new MapBox(0, 0, 100, 50);

  @Test
  void surroundsPoints() {
    assertEquals(
        new MapBox(-1, -2, 5, 7),
        MapBox.of(new MapPoint(5, 0), new MapPoint(-1, 7), new MapPoint(0, -2)));
  }

  @Test
  void growsAboutItsMiddle() {
    assertEquals(new MapBox(-50, -25, 150, 75), box.grown(2));
    assertEquals(box.centre(), box.grown(3).centre());
  }

  @Test
  void knowsWhatItHolds() {
    assertTrue(box.contains(new MapPoint(100, 50)));
    assertFalse(box.contains(new MapPoint(100.1, 50)));
    assertTrue(box.contains(new MapBox(1, 1, 2, 2)));
    assertTrue(box.intersects(new MapBox(100, 50, 200, 60)));
    assertFalse(box.intersects(new MapBox(101, 0, 200, 60)));
    assertEquals(new MapBox(0, 0, 200, 60), box.union(new MapBox(150, 10, 200, 60)));
  }

  @Test
  void refusesSidesInTheWrongOrderAndNumbersThatAreNone() {
    assertThrows(IllegalArgumentException.class, () -> new MapBox(1, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new MapBox(Double.NaN, 0, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new MapPoint(Double.NaN, 0));
  }

  @Test
  void degreesComeBack() {
    MapPoint point = MapPoint.ofDegrees(-114.42873, 32.64712);
    assertEquals(-114.42873, point.longitude(), 1e-9);
    assertEquals(32.64712, point.latitude(), 1e-9);
    MapBox degrees = MapBox.ofDegrees(-115, 32, -114, 33);
    assertEquals(-115, new MapPoint(degrees.minX(), degrees.minY()).longitude(), 1e-9);
    assertTrue(degrees.contains(point));
  }
}
