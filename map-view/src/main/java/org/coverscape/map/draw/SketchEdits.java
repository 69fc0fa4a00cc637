package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.coverscape.map.MapPoint;

/** Small changes to a sketch, each giving a new one. */
final class SketchEdits {
  private SketchEdits() {}

  /** The sketch with a corner elsewhere; the middle of a side becomes a corner. */
  static Sketch moved(Sketch sketch, Corner corner, MapPoint to) {
    return withRing(
        sketch,
        corner,
        ring -> {
          if (corner.between()) {
            ring.add(corner.index() + 1, to);
          } else {
            ring.set(corner.index(), to);
          }
        });
  }

  /** The sketch without a corner; empty if only a line would be left of an outer outline. */
  static Optional<Sketch> removed(Sketch sketch, Corner corner) {
    SketchPolygon polygon = sketch.polygons().get(corner.polygon());
    if (polygon.rings().get(corner.ring()).size() > 3) {
      return Optional.of(withRing(sketch, corner, ring -> ring.remove(corner.index())));
    }
    if (corner.ring() == 0) {
      return Optional.empty();
    }
    List<List<MapPoint>> rings = new ArrayList<>(polygon.rings());
    rings.remove(corner.ring());
    return Optional.of(with(sketch, corner.polygon(), new SketchPolygon(rings)));
  }

  /** The sketch with one polygon moved, in metres of the map. */
  static Sketch shifted(Sketch sketch, int polygon, double dx, double dy) {
    List<List<MapPoint>> rings = new ArrayList<>();
    for (List<MapPoint> ring : sketch.polygons().get(polygon).rings()) {
      rings.add(ring.stream().map(p -> new MapPoint(p.x() + dx, p.y() + dy)).toList());
    }
    return with(sketch, polygon, new SketchPolygon(rings));
  }

  /** Whether a sketch in which a corner was moved crosses itself at the sides beside it. */
  static boolean crosses(Sketch next, Corner moved) {
    int index = moved.between() ? moved.index() + 1 : moved.index();
    return Crossings.at(next.polygons().get(moved.polygon()), moved.ring(), index - 1, index);
  }

  /** Whether a sketch from which a corner was removed crosses itself at the side in its place. */
  static boolean crossesWithout(Sketch next, Corner removed) {
    SketchPolygon polygon = next.polygons().get(removed.polygon());
    // a hole of three corners goes as a whole, and another ring may stand at its index
    return removed.ring() < polygon.rings().size()
        && Crossings.at(polygon, removed.ring(), removed.index() - 1);
  }

  private static Sketch withRing(Sketch sketch, Corner corner, Consumer<List<MapPoint>> change) {
    List<List<MapPoint>> rings = new ArrayList<>(sketch.polygons().get(corner.polygon()).rings());
    List<MapPoint> ring = new ArrayList<>(rings.get(corner.ring()));
    change.accept(ring);
    rings.set(corner.ring(), ring);
    return with(sketch, corner.polygon(), new SketchPolygon(rings));
  }

  private static Sketch with(Sketch sketch, int index, SketchPolygon polygon) {
    List<SketchPolygon> polygons = new ArrayList<>(sketch.polygons());
    polygons.set(index, polygon);
    return new Sketch(polygons);
  }
}
