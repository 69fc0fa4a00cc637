package org.coverscape.engine.assessment;

import org.coverscape.engine.analysis.GeodesicArea;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Geodesic areas of the pixels of a window, in square metres.
 *
 * <p>The middle pixel of every {@value #BLOCK} × {@value #BLOCK} is measured and stands for them:
 * exact where the projection keeps areas, as NLCD's does, and within 2e-4 of any one pixel in
 * others, which evens out over a block. Rows are asked for in order. Not thread-safe.
 */
final class PixelAreas {
  private static final int BLOCK = 64;
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final PixelGrid grid;
  private final PixelWindow window;
  private final GeodesicArea measure;
  private final double[] band;
  private int bandNumber = -1;

  PixelAreas(PixelGrid grid, Crs crs, PixelWindow window) {
    this.grid = grid;
    this.window = window;
    measure = GeodesicArea.in(crs);
    band = new double[(window.width() + BLOCK - 1) / BLOCK];
  }

  /** The area of a pixel; column and row count from the window's corner. */
  double of(int x, int y) {
    if (y / BLOCK != bandNumber) {
      bandNumber = y / BLOCK;
      java.util.Arrays.fill(band, Double.NaN);
    }
    int block = x / BLOCK;
    if (Double.isNaN(band[block])) {
      band[block] =
          measured(
              window.x() + Math.min(block * BLOCK + BLOCK / 2, window.width() - 1),
              window.y() + Math.min(bandNumber * BLOCK + BLOCK / 2, window.height() - 1));
    }
    return band[block];
  }

  private double measured(int col, int row) {
    Coordinate first = corner(col, row);
    Coordinate[] ring = {
      first, corner(col + 1, row), corner(col + 1, row + 1), corner(col, row + 1), first
    };
    return measure.of(GEOMETRY.createPolygon(ring));
  }

  private Coordinate corner(int col, int row) {
    return new Coordinate(grid.x(col, row), grid.y(col, row));
  }
}
