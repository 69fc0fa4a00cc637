package org.coverscape.map.vector;

import java.util.List;
import org.coverscape.map.MapBox;

/** Shapes of a layer, worked through when they are first painted. Any thread. */
final class ShapeList {
  private final List<MapShape> shapes;
  private volatile List<ShapeEntry> entries = List.of();
  private boolean prepared;

  /** Takes shapes, the later above the earlier; cheap. */
  ShapeList(List<MapShape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  /** All shapes with what is worked out of them; the first call takes a while. */
  synchronized List<ShapeEntry> prepared() {
    if (!prepared) {
      entries = ShapeEntry.of(shapes);
      prepared = true;
    }
    return entries;
  }

  /** The shapes, or none while they are not worked through; never waits. */
  List<ShapeEntry> ready() {
    return entries;
  }

  /** Whether any shape can be seen in a part of the map; the first call takes a while. */
  boolean anyIn(MapBox box) {
    return prepared().stream().anyMatch(entry -> entry.box().intersects(box));
  }
}
