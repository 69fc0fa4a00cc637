package org.coverscape.engine.imagery;

import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Geometry;

/**
 * Where an image lies and how large it is; what of it is known without its pixels. Immutable.
 *
 * @param crs what the coordinates mean
 * @param grid where the pixels lie, in units of the CRS
 * @param width columns
 * @param height rows
 */
public record PixelFrame(Crs crs, PixelGrid grid, int width, int height) {
  /** Checks that there are pixels. */
  public PixelFrame {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("The image has no pixels.");
    }
  }

  /**
   * The ground sample distance in metres, the longer side of a pixel in the image's middle.
   *
   * @throws IllegalArgumentException when the image lies where its system has no ground
   */
  public double gsd() {
    double longer = GroundSize.of(crs, grid, width, height).longer();
    if (!(longer > 0) || !Double.isFinite(longer)) {
      throw new IllegalArgumentException("The pixels have no size on the ground.");
    }
    return longer;
  }

  /**
   * The outline in degrees of WGS 84.
   *
   * @throws IllegalArgumentException when it has no place on the globe
   */
  public Geometry footprint() {
    return Footprint.degrees(crs, grid, width, height);
  }
}
