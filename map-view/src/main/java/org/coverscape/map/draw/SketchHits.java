package org.coverscape.map.draw;

import java.util.List;
import java.util.OptionalInt;
import org.coverscape.map.MapPoint;
import org.jspecify.annotations.Nullable;

/** What of a sketch lies under the mouse. */
final class SketchHits {
  private SketchHits() {}

  /** The corner, or else the middle of a side, nearest to a place within a tolerance in metres. */
  static @Nullable Corner corner(Sketch sketch, MapPoint place, double tolerance) {
    Corner corner = nearest(sketch, place, tolerance, false);
    return corner != null ? corner : nearest(sketch, place, tolerance, true);
  }

  /** The topmost polygon around a place, by the even-odd rule. */
  static OptionalInt polygon(Sketch sketch, MapPoint place) {
    for (int i = sketch.polygons().size() - 1; i >= 0; i--) {
      boolean inside = false;
      for (List<MapPoint> ring : sketch.polygons().get(i).rings()) {
        inside ^= surrounds(ring, place);
      }
      if (inside) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Where a corner or the middle of a side lies. */
  static MapPoint place(Sketch sketch, Corner corner) {
    List<MapPoint> ring = sketch.polygons().get(corner.polygon()).rings().get(corner.ring());
    return place(ring, corner.index(), corner.between());
  }

  private static MapPoint place(List<MapPoint> ring, int index, boolean between) {
    MapPoint a = ring.get(index);
    if (!between) {
      return a;
    }
    MapPoint b = ring.get((index + 1) % ring.size());
    return new MapPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
  }

  private static @Nullable Corner nearest(
      Sketch sketch, MapPoint place, double tolerance, boolean between) {
    Corner nearest = null;
    double least = tolerance * tolerance;
    for (int p = 0; p < sketch.polygons().size(); p++) {
      List<List<MapPoint>> rings = sketch.polygons().get(p).rings();
      for (int r = 0; r < rings.size(); r++) {
        int i = nearest(rings.get(r), place, least, between);
        if (i >= 0) {
          Corner corner = new Corner(p, r, i, between);
          double distance = place(sketch, corner).distance(place);
          least = distance * distance;
          nearest = corner;
        }
      }
    }
    return nearest;
  }

  /** The last of the nearest points of a ring, -1 if none is near; called on every mouse move. */
  private static int nearest(
      List<MapPoint> ring, MapPoint place, double squaredTolerance, boolean between) {
    int nearest = -1;
    double least = squaredTolerance;
    MapPoint a = ring.get(0);
    for (int i = 0; i < ring.size(); i++) {
      MapPoint b = ring.get(i + 1 < ring.size() ? i + 1 : 0);
      double dx = (between ? (a.x() + b.x()) / 2 : a.x()) - place.x();
      double dy = (between ? (a.y() + b.y()) / 2 : a.y()) - place.y();
      if (dx * dx + dy * dy <= least) {
        least = dx * dx + dy * dy;
        nearest = i;
      }
      a = b;
    }
    return nearest;
  }

  private static boolean surrounds(List<MapPoint> ring, MapPoint p) {
    boolean odd = false;
    for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      MapPoint a = ring.get(i);
      MapPoint b = ring.get(j);
      if (a.y() > p.y() != b.y() > p.y()
          && p.x() < (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()) + a.x()) {
        odd = !odd;
      }
    }
    return odd;
  }
}
