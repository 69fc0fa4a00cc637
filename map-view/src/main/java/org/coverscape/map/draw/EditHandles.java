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
        ring.stream().filter(box::contains).forEach(seen::add);
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
        for (int i = 0; i < ring.size(); i++) {
          MapPoint a = ring.get(i);
          MapPoint b = ring.get((i + 1) % ring.size());
          MapPoint middle = new MapPoint((a.x() + b.x()) / 2, (a.y() + b.y()) / 2);
          if (a.distance(b) > shortest && box.contains(middle)) {
            seen.add(middle);
          }
        }
      }
    }
    return seen.size() > MOST ? List.of() : seen;
  }
}
