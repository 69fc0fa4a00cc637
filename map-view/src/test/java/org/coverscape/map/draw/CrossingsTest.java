package org.coverscape.map.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.Test;

class CrossingsTest {
  private static List<MapPoint> ring(double... xy) {
    List<MapPoint> points = new ArrayList<>();
    for (int i = 0; i < xy.length; i += 2) {
      points.add(new MapPoint(xy[i], xy[i + 1]));
    }
    return points;
  }

  private static boolean crosses(double... xy) {
    return Crossings.any(SketchPolygon.of(ring(xy)));
  }

  @Test
  void tellsBowTiesFromPolygons() {
    assertFalse(crosses(0, 0, 10, 0, 10, 10, 0, 10));
    assertFalse(crosses(0, 0, 10, 0, 0, 10));
    assertTrue(crosses(0, 0, 10, 10, 10, 0, 0, 10));
    assertFalse(crosses(0, 0, 10, 0, 10, 10, 5, 2, 0, 10), "a deep notch");
    assertTrue(crosses(0, 0, 10, 0, 10, 10, 5, -2, 0, 10), "a notch through the bottom");
  }

  @Test
  void touchingIsCrossing() {
    assertTrue(crosses(0, 0, 10, 0, 10, 10, 5, 0, 0, 10), "a notch down to the bottom");
    assertTrue(crosses(0, 0, 10, 0, 5, 0, 5, 10), "a way back over itself");
    assertTrue(crosses(0, 0, 10, 0, 20, 0, 15, 0, 10, 10), "a spike");
  }

  @Test
  void straightOnIsNoCrossing() {
    assertFalse(crosses(0, 0, 5, 0, 10, 0, 10, 10, 5, 10, 0, 10));
  }

  @Test
  void aHoleMustNotTouchTheOutline() {
    List<MapPoint> outer = ring(0, 0, 100, 0, 100, 100, 0, 100);
    assertFalse(Crossings.any(new SketchPolygon(List.of(outer, ring(40, 40, 60, 40, 50, 60)))));
    assertTrue(Crossings.any(new SketchPolygon(List.of(outer, ring(40, 40, 160, 40, 50, 60)))));
  }

  /** Points around a middle in the order of their angle never cross; two swapped ones mostly do. */
  @Test
  void starsDoNotCross() {
    Random random = new Random(4);
    int crossed = 0;
    for (int n = 0; n < 200; n++) {
      int corners = 5 + random.nextInt(60);
      List<MapPoint> star = star(random, corners);
      assertFalse(Crossings.any(SketchPolygon.of(star)));
      MapPoint first = star.get(0);
      star.set(0, star.get(corners / 2));
      star.set(corners / 2, first);
      crossed += Crossings.any(SketchPolygon.of(star)) ? 1 : 0;
    }
    assertTrue(crossed > 190, "swapped corners cross: " + crossed);
  }

  /** Where the rest does not cross, testing the moved sides is as good as testing all. */
  @Test
  void movedSidesTellAsMuchAsAll() {
    Random random = new Random(11);
    int crossed = 0;
    for (int n = 0; n < 2_000; n++) {
      List<MapPoint> star = star(random, 4 + random.nextInt(30));
      SketchPolygon polygon = new SketchPolygon(List.of(star, ring(-3, -3, 3, -3, 3, 3, -3, 3)));
      assertFalse(Crossings.any(polygon));
      int index = random.nextInt(star.size());
      MapPoint to = new MapPoint(random.nextInt(300) - 150, random.nextInt(300) - 150);
      Corner corner = new Corner(0, 0, index, random.nextBoolean());
      Sketch next = SketchEdits.moved(Sketch.of(polygon), corner, to);
      boolean crosses = Crossings.any(next.polygons().get(0));
      assertEquals(crosses, SketchEdits.crosses(next, corner));
      crossed += crosses ? 1 : 0;
      Corner gone = new Corner(0, 0, index, false);
      Sketch rest = SketchEdits.removed(Sketch.of(polygon), gone).orElseThrow();
      assertEquals(Crossings.any(rest.polygons().get(0)), SketchEdits.crossesWithout(rest, gone));
    }
    assertTrue(crossed > 200 && crossed < 1_900, crossed + " cross");
  }

  private static List<MapPoint> star(Random random, int corners) {
    List<MapPoint> star = new ArrayList<>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * (i + random.nextDouble() * 0.8) / corners;
      double radius = 50 + random.nextDouble() * 100;
      star.add(new MapPoint(radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    return star;
  }

  @Test
  void simplifyingKeepsWithinTheTolerance() {
    Random random = new Random(6);
    List<MapPoint> line = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      line.add(new MapPoint(i, 20 * Math.sin(i / 30.0) + random.nextDouble()));
    }
    List<MapPoint> rest = Simplifier.simplified(line, 2);
    assertTrue(rest.size() < 60, rest.size() + " points are left");
    assertEquals(line.get(0), rest.get(0));
    assertEquals(line.get(499), rest.get(rest.size() - 1));
    for (MapPoint point : line) {
      assertTrue(nearest(rest, point) <= 2.000001);
    }
  }

  private static double nearest(List<MapPoint> line, MapPoint p) {
    double nearest = Double.MAX_VALUE;
    for (int i = 1; i < line.size(); i++) {
      MapPoint a = line.get(i - 1);
      MapPoint b = line.get(i);
      double t =
          ((p.x() - a.x()) * (b.x() - a.x()) + (p.y() - a.y()) * (b.y() - a.y()))
              / Math.pow(a.distance(b), 2);
      double s = Math.max(0, Math.min(1, t));
      MapPoint foot = new MapPoint(a.x() + s * (b.x() - a.x()), a.y() + s * (b.y() - a.y()));
      nearest = Math.min(nearest, foot.distance(p));
    }
    return nearest;
  }
}
