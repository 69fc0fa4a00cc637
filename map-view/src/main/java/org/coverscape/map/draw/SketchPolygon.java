package org.coverscape.map.draw;

import java.util.List;
import org.coverscape.map.MapPoint;

/**
 * A polygon drawn by hand.
 *
 * @param rings the outer outline, then the holes; the last point of a ring joins the first
 */
public record SketchPolygon(List<List<MapPoint>> rings) {
  /** Refuses outlines of fewer than three points. */
  public SketchPolygon {
    rings = rings.stream().map(List::copyOf).toList();
    if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.size() < 3)) {
      throw new IllegalArgumentException("An outline has three points at least.");
    }
  }

  /** A polygon without holes. */
  public static SketchPolygon of(List<MapPoint> outline) {
    return new SketchPolygon(List.of(outline));
  }

  /** How many corners all rings have together. */
  int corners() {
    return rings.stream().mapToInt(List::size).sum();
  }

  /** The outer outline. */
  public List<MapPoint> outline() {
    return rings.get(0);
  }
}
