package org.coverscape.map.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.coverscape.map.MapPoint;

/** Leaves points out of a line by the method of Douglas and Peucker (1973). */
final class Simplifier {
  private Simplifier() {}

  /** The line without points that lie within a tolerance, in metres of the map, of what is left. */
  static List<MapPoint> simplified(List<MapPoint> line, double tolerance) {
    if (line.size() < 3) {
      return List.copyOf(line);
    }
    BitSet kept = new BitSet(line.size());
    kept.set(0);
    kept.set(line.size() - 1);
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, line.size() - 1});
    while (!open.isEmpty()) {
      int[] span = open.pop();
      int farthest = farthest(line, span[0], span[1], tolerance);
      if (farthest >= 0) {
        kept.set(farthest);
        open.push(new int[] {span[0], farthest});
        open.push(new int[] {farthest, span[1]});
      }
    }
    List<MapPoint> rest = new ArrayList<>();
    kept.stream().forEach(i -> rest.add(line.get(i)));
    return List.copyOf(rest);
  }

  private static int farthest(List<MapPoint> line, int from, int to, double tolerance) {
    int farthest = -1;
    double most = tolerance;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(line.get(i), line.get(from), line.get(to));
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    return farthest;
  }

  private static double distance(MapPoint p, MapPoint a, MapPoint b) {
    double dx = b.x() - a.x();
    double dy = b.y() - a.y();
    double length = dx * dx + dy * dy;
    double share = length == 0 ? 0 : ((p.x() - a.x()) * dx + (p.y() - a.y()) * dy) / length;
    double t = Math.max(0, Math.min(1, share));
    return Math.hypot(a.x() + t * dx - p.x(), a.y() + t * dy - p.y());
  }
}
