package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.Viewport;

/** Which corners and middles of sides are marked; of too many, those of short sides are not. */
final class EditHandles {
  /** More marks than this would hide the outline and slow the map down. */
  private static final int MOST = 1500;

  private static final double SHORT_SIDE_PIXELS = 36;

  /** The corners in view; none while there are too many. */
  List<MapPoint> corners(Sketch sketch, Viewport view) {
    MapBox box = view.box();
    List<MapPoint> seen = new ArrayList<>();
    for (SketchPolygon polygon : sketch.polygons()) {
      for (List<MapPoint> ring : polygon.rings()) {
        for (int i = 0; i < ring.size() && seen.size() <= MOST; i++) {
          if (box.contains(ring.get(i))) {
            seen.add(ring.get(i));
          }
        }
      }
    }
    return seen.size() > MOST ? List.of() : seen;
  }

  /** The middles of the sides that are long enough to hold one. */
  List<MapPoint> middles(Sketch sketch, Viewport view) {
    MapBox box = view.box();
    double shortest = SHORT_SIDE_PIXELS * view.metresPerPixel();
    List<MapPoint> seen = new ArrayList<>();
    for (SketchPolygon polygon : sketch.polygons()) {
      for (List<MapPoint> ring : polygon.rings()) {
        addMiddles(ring, box, shortest, seen);
      }
    }
    return seen.size() > MOST ? List.of() : seen;
  }

  private static void addMiddles(
      List<MapPoint> ring, MapBox box, double shortest, List<MapPoint> seen) {
    MapPoint a = ring.get(ring.size() - 1);
    for (int i = 0; i < ring.size() && seen.size() <= MOST; i++) {
      MapPoint b = ring.get(i);
      double dx = b.x() - a.x();
      double dy = b.y() - a.y();
      if (dx * dx + dy * dy > shortest * shortest) {
        MapPoint middle = new MapPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
        if (box.contains(middle)) {
          seen.add(middle);
        }
      }
      a = b;
    }
  }
}
