package org.coverscape.engine.picture;

import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.CoordinateTransform;
import org.locationtech.jts.geom.Envelope;

/**
 * The extents of images on the map.
 *
 * @param toMap from the images' system to the map's
 */
record MapExtent(CoordinateTransform toMap) {
  /** Parts of an edge. */
  private static final int PARTS = 8;

  /** Edges bend between the points that are looked at: by under a thousandth of their length. */
  private static final double MARGIN = 1e-3;

  /** The extent of an image; the null envelope when it has no place on the map. */
  Envelope of(ImageryTile tile) {
    return of(tile.grid(), tile.width(), tile.height());
  }

  /** The extent of so many columns and rows; the null envelope when they have no place on it. */
  Envelope of(PixelGrid grid, int width, int height) {
    Envelope extent = new Envelope();
    for (int i = 0; i < 4 * PARTS; i++) {
      double along = (double) (i % PARTS) / PARTS;
      double col = new double[] {along, 1, 1 - along, 0}[i / PARTS] * width;
      double row = new double[] {0, along, 1, 1 - along}[i / PARTS] * height;
      double[] xy = {grid.x(col, row), grid.y(col, row)};
      try {
        toMap.transform(xy, 1);
        extent.expandToInclude(xy[0], xy[1]);
      } catch (IllegalArgumentException e) {
        return new Envelope();
      }
    }
    extent.expandBy(extent.getWidth() * MARGIN, extent.getHeight() * MARGIN);
    return extent;
  }
}
