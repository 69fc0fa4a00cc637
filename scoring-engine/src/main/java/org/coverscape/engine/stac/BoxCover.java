package org.coverscape.engine.stac;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Covers ground of any number of corners with boxes: the largest is halved again and again, and
 * halves that touch nothing are dropped. Cheap and safe where buffers of jagged outlines are not.
 */
final class BoxCover {
  private static final int MOST_BOXES = 96;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private BoxCover() {}

  /**
   * Boxes that hold the ground and all within reach of it, joined where they meet.
   *
   * @param reach in units of the ground's coordinates
   */
  static Geometry of(Geometry ground, double reach) {
    PreparedGeometry exact = PreparedGeometryFactory.prepare(ground);
    PriorityQueue<Envelope> boxes =
        new PriorityQueue<>(Comparator.comparingDouble(BoxCover::side).reversed());
    boxes.add(ground.getEnvelopeInternal());
    while (boxes.size() < MOST_BOXES && side(boxes.element()) > reach) {
      for (Envelope half : halves(boxes.remove())) {
        if (exact.intersects(GEOMETRY.toGeometry(half))) {
          boxes.add(half);
        }
      }
    }
    List<Geometry> wide = new ArrayList<>();
    for (Envelope box : boxes) {
      box.expandBy(reach);
      wide.add(GEOMETRY.toGeometry(box));
    }
    return OverlayNGRobust.union(wide);
  }

  private static double side(Envelope box) {
    return Math.max(box.getWidth(), box.getHeight());
  }

  private static List<Envelope> halves(Envelope box) {
    double x = box.centre().x;
    double y = box.centre().y;
    return box.getWidth() > box.getHeight()
        ? List.of(
            new Envelope(box.getMinX(), x, box.getMinY(), box.getMaxY()),
            new Envelope(x, box.getMaxX(), box.getMinY(), box.getMaxY()))
        : List.of(
            new Envelope(box.getMinX(), box.getMaxX(), box.getMinY(), y),
            new Envelope(box.getMinX(), box.getMaxX(), y, box.getMaxY()));
  }
}
