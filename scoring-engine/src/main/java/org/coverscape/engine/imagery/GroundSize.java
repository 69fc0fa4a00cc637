package org.coverscape.engine.imagery;

import net.sf.geographiclib.Geodesic;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.UtmZone;

/**
 * The size of an image's pixels on the ground, at the middle of the image.
 *
 * @param pixelWidth metres along a row of pixels
 * @param pixelHeight metres along a column of pixels
 */
record GroundSize(double pixelWidth, double pixelHeight) {
  /**
   * Measures the pixels. Grids of UTM are taken at their word, as a network's ground sample
   * distance is meant on the same grid (they differ from the ground by under 0.1 %); all others are
   * measured along the geodesic of WGS 84.
   *
   * @throws IllegalArgumentException when the image lies where its system has no ground
   */
  static GroundSize of(Crs crs, PixelGrid grid, int width, int height) {
    if (UtmZone.of(crs).isPresent()) {
      return new GroundSize(Math.hypot(grid.a(), grid.d()), Math.hypot(grid.b(), grid.e()));
    }
    double col = width / 2.0;
    double row = height / 2.0;
    double[] ends = {
      grid.x(col - 1, row), grid.y(col - 1, row), grid.x(col + 1, row), grid.y(col + 1, row),
      grid.x(col, row - 1), grid.y(col, row - 1), grid.x(col, row + 1), grid.y(col, row + 1)
    };
    crs.to(Crs.WGS84).transform(ends, 4);
    return new GroundSize(distance(ends, 0) / 2, distance(ends, 4) / 2);
  }

  static GroundSize of(ImageryTile tile) {
    return of(tile.crs(), tile.grid(), tile.width(), tile.height());
  }

  private static double distance(double[] ends, int i) {
    return Geodesic.WGS84.Inverse(ends[i + 1], ends[i], ends[i + 3], ends[i + 2]).s12;
  }

  /** The longer side of a pixel. */
  double longer() {
    return Math.max(pixelWidth, pixelHeight);
  }
}
