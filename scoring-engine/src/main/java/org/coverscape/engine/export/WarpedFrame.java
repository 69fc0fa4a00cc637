package org.coverscape.engine.export;

import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The cells seen from another coordinate system: each pixel shows the cell under its centre.
 *
 * @param crs the system
 * @param grid where the pixels lie in it
 * @param width columns
 * @param height rows
 * @param cells the grid the cells belong to
 * @param toCells from the system to the grid's coordinates
 */
record WarpedFrame(
    Crs crs, PixelGrid grid, int width, int height, ChipGrid cells, CoordinateTransform toCells)
    implements RasterFrame {
  /** Metres of a degree on the equator of the ellipsoid. */
  private static final double DEGREE = Math.toRadians(6378137.0);

  /** What rounding makes of a corner that lies on the lattice, in pixels. */
  private static final double ROUNDING = 1e-6;

  /** Square pixels of the size of a cell, whatever the unit of the system. */
  static PixelLattice lattice(ChipGrid cells, Crs crs) {
    return PixelLattice.ofSize(crs.isGeographic() ? cells.cellSize() / DEGREE : cells.cellSize());
  }

  /** The smallest raster on a lattice that shows all covered cells. */
  static WarpedFrame of(CoveredCells covered, Crs crs, PixelLattice lattice) {
    ChipGrid cells = covered.mapped().grid();
    Envelope box = cells.cell(covered.minRow(), covered.minCol());
    box.expandToInclude(cells.cell(covered.maxRow(), covered.maxCol()));
    Region ground = new Region(new GeometryFactory().toGeometry(box), cells.crs());
    Envelope extent = ground.in(crs).geometry().getEnvelopeInternal();
    double west = Math.floor((extent.getMinX() - lattice.x()) / lattice.width() + ROUNDING);
    double east = Math.ceil((extent.getMaxX() - lattice.x()) / lattice.width() - ROUNDING);
    double south = Math.floor((extent.getMinY() - lattice.y()) / lattice.height() + ROUNDING);
    double north = Math.ceil((extent.getMaxY() - lattice.y()) / lattice.height() - ROUNDING);
    return new WarpedFrame(
        crs,
        PixelGrid.northUp(
            lattice.x() + west * lattice.width(),
            lattice.y() + north * lattice.height(),
            lattice.width(),
            lattice.height()),
        pixels(east - west),
        pixels(north - south),
        cells,
        crs.to(cells.crs()));
  }

  private static int pixels(double count) {
    if (count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "The reference's pixels are too small for this map; choose a coarser reference.");
    }
    return (int) count;
  }

  @Override
  public void locate(int y, int[] rows, int[] cols) {
    double[] xy = new double[2 * width];
    for (int x = 0; x < width; x++) {
      xy[2 * x] = grid.x(x + 0.5, y + 0.5);
      xy[2 * x + 1] = grid.y(x + 0.5, y + 0.5);
    }
    toCells.transform(xy, width);
    for (int x = 0; x < width; x++) {
      cols[x] = cells.colAt(xy[2 * x]);
      rows[x] = cells.rowAt(xy[2 * x + 1]);
    }
  }
}
