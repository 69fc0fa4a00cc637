package org.coverscape.map.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;

/**
 * What is drawn on the map.
 *
 * @param polygons its parts
 */
public record Sketch(List<SketchPolygon> polygons) {
  /** Nothing. */
  public static final Sketch EMPTY = new Sketch(List.of());

  /** Takes a copy of the parts. */
  public Sketch {
    polygons = List.copyOf(polygons);
  }

  /** A sketch of one polygon. */
  public static Sketch of(SketchPolygon polygon) {
    return new Sketch(List.of(polygon));
  }

  /** Whether nothing is drawn. */
  public boolean isEmpty() {
    return polygons.isEmpty();
  }

  /** The smallest box around everything; empty if nothing is drawn. */
  public Optional<MapBox> box() {
    List<MapPoint> points = new ArrayList<>();
    polygons.forEach(polygon -> points.addAll(polygon.outline()));
    return points.isEmpty() ? Optional.empty() : Optional.of(MapBox.of(points));
  }

  /** The sketch with another polygon. */
  public Sketch plus(SketchPolygon polygon) {
    List<SketchPolygon> all = new ArrayList<>(polygons);
    all.add(polygon);
    return new Sketch(all);
  }
}
