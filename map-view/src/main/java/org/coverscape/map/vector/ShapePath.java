package org.coverscape.map.vector;

import java.awt.geom.Path2D;
import org.coverscape.map.frame.Frame;

/**
 * Turns shapes into paths in pixels of a frame, without the points that nobody could tell apart.
 */
final class ShapePath {
  /** Points nearer than this to the last one, in pixels, are left out. */
  private static final double INDISTINCT = 0.7;

  private ShapePath() {}

  /** The path of a shape, by the even-odd rule. */
  static Path2D of(MapShape shape, Frame frame) {
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (double[] ring : shape.rings()) {
      append(path, ring, shape.filled(), frame);
    }
    return path;
  }

  private static void append(Path2D path, double[] ring, boolean closed, Frame frame) {
    double lastX = frame.x(ring[0]);
    double lastY = frame.y(ring[1]);
    path.moveTo(lastX, lastY);
    for (int i = 2; i + 1 < ring.length; i += 2) {
      double x = frame.x(ring[i]);
      double y = frame.y(ring[i + 1]);
      boolean last = i + 3 >= ring.length;
      if (last || Math.abs(x - lastX) + Math.abs(y - lastY) > INDISTINCT) {
        path.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
    }
    if (closed) {
      path.closePath();
    }
  }
}
