package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.coverscape.map.MapPoint;

/**
 * Whether outlines cross or touch themselves or each other. Sides are swept from west to east, so
 * that only those side by side are compared.
 */
final class Crossings {
  /** A side of a ring: which ring, which of its sides, how many the ring has, and its ends. */
  private record Side(int ring, int index, int count, MapPoint a, MapPoint b) {
    double west() {
      return Math.min(a.x(), b.x());
    }

    double east() {
      return Math.max(a.x(), b.x());
    }

    boolean precedes(Side next) {
      return ring == next.ring && (index + 1) % count == next.index;
    }
  }

  private Crossings() {}

  /** Whether any two sides of a polygon have a point in common that is not their shared corner. */
  static boolean any(SketchPolygon polygon) {
    List<Side> sides = new ArrayList<>();
    for (int ring = 0; ring < polygon.rings().size(); ring++) {
      List<MapPoint> points = polygon.rings().get(ring);
      for (int i = 0; i < points.size(); i++) {
        sides.add(side(ring, points, i));
      }
    }
    sides.sort(Comparator.comparingDouble(Side::west));
    List<Side> open = new ArrayList<>();
    for (Side side : sides) {
      open.removeIf(other -> other.east() < side.west());
      if (open.stream().anyMatch(other -> conflict(other, side))) {
        return true;
      }
      open.add(side);
    }
    return false;
  }

  /**
   * Whether some sides of a ring, each named by the index of its first corner and counted round the
   * ring, have a point in common with any other side of the polygon that is not a shared corner.
   */
  static boolean at(SketchPolygon polygon, int ring, int... indexes) {
    for (int index : indexes) {
      List<MapPoint> points = polygon.rings().get(ring);
      Side side = side(ring, points, Math.floorMod(index, points.size()));
      for (int other = 0; other < polygon.rings().size(); other++) {
        if (meetsAny(side, other, polygon.rings().get(other))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean meetsAny(Side side, int ring, List<MapPoint> points) {
    double south = Math.min(side.a.y(), side.b.y());
    double north = Math.max(side.a.y(), side.b.y());
    int count = points.size();
    MapPoint a = points.get(count - 1);
    for (int i = 0; i < count; i++) {
      MapPoint b = points.get(i);
      boolean apart =
          Math.max(a.x(), b.x()) < side.west()
              || Math.min(a.x(), b.x()) > side.east()
              || Math.max(a.y(), b.y()) < south
              || Math.min(a.y(), b.y()) > north;
      int index = (i + count - 1) % count;
      boolean same = ring == side.ring && index == side.index;
      if (!apart && !same && conflict(new Side(ring, index, count, a, b), side)) {
        return true;
      }
      a = b;
    }
    return false;
  }

  private static Side side(int ring, List<MapPoint> points, int index) {
    int count = points.size();
    return new Side(ring, index, count, points.get(index), points.get((index + 1) % count));
  }

  private static boolean conflict(Side s, Side t) {
    if (s.precedes(t)) {
      return turnsBack(s.a, s.b, t.b);
    }
    if (t.precedes(s)) {
      return turnsBack(t.a, t.b, s.b);
    }
    return meet(s.a, s.b, t.a, t.b);
  }

  /** Whether the way from a over b to c runs back over itself. */
  private static boolean turnsBack(MapPoint a, MapPoint b, MapPoint c) {
    double forward = (b.x() - a.x()) * (c.x() - b.x()) + (b.y() - a.y()) * (c.y() - b.y());
    return turn(a, b, c) == 0 && forward <= 0;
  }

  private static boolean meet(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
    if (Math.max(a.y(), b.y()) < Math.min(c.y(), d.y())
        || Math.max(c.y(), d.y()) < Math.min(a.y(), b.y())) {
      return false;
    }
    double c1 = turn(a, b, c);
    double d1 = turn(a, b, d);
    double a1 = turn(c, d, a);
    double b1 = turn(c, d, b);
    if (c1 == 0 && d1 == 0) {
      return overlap(a.x(), b.x(), c.x(), d.x()) && overlap(a.y(), b.y(), c.y(), d.y());
    }
    return c1 * d1 <= 0 && a1 * b1 <= 0;
  }

  private static boolean overlap(double a, double b, double c, double d) {
    return Math.max(Math.min(a, b), Math.min(c, d)) <= Math.min(Math.max(a, b), Math.max(c, d));
  }

  /** 1 if c lies to the left of the way from a to b, -1 to the right, 0 on its line. */
  private static double turn(MapPoint a, MapPoint b, MapPoint c) {
    return Math.signum((b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x()));
  }
}
