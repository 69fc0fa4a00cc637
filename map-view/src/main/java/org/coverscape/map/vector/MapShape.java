package org.coverscape.map.vector;

import java.util.List;
import org.coverscape.map.MapBox;

/**
 * An outline or an area.
 *
 * @param id tells it from the others of its layer
 * @param rings x, y, x, y … in metres of EPSG:3857; a filled shape's rings are closed without
 *     saying so and holes are what an even number of rings surrounds; not to be changed afterwards
 * @param filled whether it has an inside; otherwise the rings are open lines
 */
public record MapShape(String id, List<double[]> rings, boolean filled) {
  /** Takes over the rings, of which there is one at least. */
  public MapShape {
    rings = List.copyOf(rings);
    if (rings.isEmpty() || rings.stream().anyMatch(ring -> ring.length < 2)) {
      throw new IllegalArgumentException("A shape has a ring, and a ring has a point, at least.");
    }
  }

  /** The smallest box around it. */
  public MapBox box() {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (double[] ring : rings) {
      for (int i = 0; i + 1 < ring.length; i += 2) {
        west = Math.min(west, ring[i]);
        east = Math.max(east, ring[i]);
        south = Math.min(south, ring[i + 1]);
        north = Math.max(north, ring[i + 1]);
      }
    }
    return new MapBox(west, south, east, north);
  }
}
