package org.coverscape.map.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;

/** A shape with what is worked out once: its box and the place of its label. */
record ShapeEntry(MapShape shape, MapBox box, MapPoint anchor) {
  private static final double SMALLEST = 1e-9;

  /** Works out box and anchor of some shapes. */
  static List<ShapeEntry> of(List<MapShape> shapes) {
    List<ShapeEntry> entries = new ArrayList<>(shapes.size());
    for (MapShape shape : shapes) {
      MapBox box = shape.box();
      entries.add(new ShapeEntry(shape, box, anchor(shape, box)));
    }
    return List.copyOf(entries);
  }

  /** Whether a point lies in the inside or within a distance of a line, in metres of the map. */
  boolean isHit(MapPoint point, double tolerance) {
    return box.padded(tolerance).contains(point)
        && ((shape.filled() && isInside(point)) || isNear(point, tolerance));
  }

  private boolean isInside(MapPoint point) {
    boolean inside = false;
    for (double[] ring : shape.rings()) {
      inside ^= crossesOdd(ring, point.x(), point.y());
    }
    return inside;
  }

  private boolean isNear(MapPoint point, double tolerance) {
    return shape.rings().stream()
        .anyMatch(ring -> distance(ring, shape.filled(), point.x(), point.y()) <= tolerance);
  }

  private static boolean crossesOdd(double[] ring, double x, double y) {
    boolean odd = false;
    for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      double yi = ring[i + 1];
      double yj = ring[j + 1];
      if (yi > y != yj > y && x < (ring[j] - ring[i]) * (y - yi) / (yj - yi) + ring[i]) {
        odd = !odd;
      }
    }
    return odd;
  }

  private static double distance(double[] ring, boolean closed, double x, double y) {
    double nearest = Math.hypot(ring[0] - x, ring[1] - y);
    for (int i = closed ? 0 : 2; i < ring.length; i += 2) {
      int j = i == 0 ? ring.length - 2 : i - 2;
      nearest = Math.min(nearest, distance(ring[j], ring[j + 1], ring[i], ring[i + 1], x, y));
    }
    return nearest;
  }

  private static double distance(double ax, double ay, double bx, double by, double x, double y) {
    double dx = bx - ax;
    double dy = by - ay;
    double length = dx * dx + dy * dy;
    double share = length == 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / length;
    double t = Math.max(0, Math.min(1, share));
    return Math.hypot(ax + t * dx - x, ay + t * dy - y);
  }

  /** The centroid of the largest ring, if it lies inside; the middle of the box otherwise. */
  private static MapPoint anchor(MapShape shape, MapBox box) {
    double[] largest = shape.rings().get(0);
    for (double[] ring : shape.rings()) {
      largest = Math.abs(area(ring)) > Math.abs(area(largest)) ? ring : largest;
    }
    double area = area(largest);
    if (!shape.filled() || Math.abs(area) < SMALLEST) {
      return box.centre();
    }
    MapPoint centroid = centroid(largest, area);
    return crossesOdd(largest, centroid.x(), centroid.y()) ? centroid : box.centre();
  }

  /** Twice the signed area; relative to the first point, which keeps the digits. */
  private static double area(double[] ring) {
    double sum = 0;
    for (int i = 0; i + 3 < ring.length; i += 2) {
      sum += cross(ring, i);
    }
    return sum;
  }

  private static MapPoint centroid(double[] ring, double area) {
    double[] sum = new double[2];
    for (int i = 0; i + 3 < ring.length; i += 2) {
      double cross = cross(ring, i);
      sum[0] += (ring[i] + ring[i + 2] - 2 * ring[0]) * cross;
      sum[1] += (ring[i + 1] + ring[i + 3] - 2 * ring[1]) * cross;
    }
    double[] middle = Arrays.stream(sum).map(s -> s / (3 * area)).toArray();
    return new MapPoint(ring[0] + middle[0], ring[1] + middle[1]);
  }

  private static double cross(double[] ring, int i) {
    return (ring[i] - ring[0]) * (ring[i + 3] - ring[1])
        - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
  }
}
