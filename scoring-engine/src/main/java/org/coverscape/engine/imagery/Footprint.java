package org.coverscape.engine.imagery;

import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Outlines of images. */
final class Footprint {
  /** Parts of an edge: within 10 km they stay under a metre from the true, bent edge. */
  private static final int PARTS = 16;

  /** Pixels that the way to degrees and back may lead astray: rounding, and datums' series. */
  private static final double ASTRAY = 20;

  private Footprint() {}

  /**
   * The outline in degrees of WGS 84.
   *
   * @throws IllegalArgumentException when it has no place on the globe
   */
  static Geometry degrees(Crs crs, PixelGrid grid, int width, int height) {
    double[] xy = outline(grid, width, height, PARTS);
    double[] image = xy.clone();
    crs.to(Crs.WGS84).transform(xy, xy.length / 2);
    checkWayBack(crs, grid, image, xy);
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
      if (!(Math.abs(ring[i].x) <= 360) || !(Math.abs(ring[i].y) <= 90)) {
        throw new IllegalArgumentException("not on the globe");
      }
    }
    ring[ring.length - 1] = ring[0].copy();
    return new GeometryFactory().createPolygon(ring);
  }

  /**
   * Far outside their area, projections give some place on the globe to any numbers; the way back
   * from there leads elsewhere.
   */
  private static void checkWayBack(Crs crs, PixelGrid grid, double[] image, double[] degrees) {
    double[] back = degrees.clone();
    Crs.WGS84.to(crs).transform(back, back.length / 2);
    for (int i = 0; i < back.length; i += 2) {
      double cols = grid.col(back[i], back[i + 1]) - grid.col(image[i], image[i + 1]);
      double rows = grid.row(back[i], back[i + 1]) - grid.row(image[i], image[i + 1]);
      if (!(Math.hypot(cols, rows) < ASTRAY)) {
        throw new IllegalArgumentException("no place of the system");
      }
    }
  }

  /** Points x, y, x, y… along the four edges, in the image's own system; corners come once. */
  static double[] outline(PixelGrid grid, int width, int height, int parts) {
    double[] xy = new double[8 * parts];
    for (int i = 0; i < 4 * parts; i++) {
      double along = (double) (i % parts) / parts;
      double col = new double[] {along, 1, 1 - along, 0}[i / parts] * width;
      double row = new double[] {0, along, 1, 1 - along}[i / parts] * height;
      xy[2 * i] = grid.x(col, row);
      xy[2 * i + 1] = grid.y(col, row);
    }
    return xy;
  }
}
