package org.coverscape.engine.chip;

import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.UtmZone;
import org.locationtech.jts.geom.Envelope;

/**
 * The grid of cells on the ground of one UTM zone, anchored at whole multiples of the cell size.
 *
 * <p>A cell is what gets a class; its support is the ground the network looks at, {@value
 * #CHIP_PIXELS} pixels wide, about the same centre. With a stride of {@value #CHIP_PIXELS} the two
 * are one; a smaller stride makes smaller cells whose supports overlap.
 *
 * @param zone the zone
 * @param gsd ground sample distance of the network in metres
 * @param stride cell size in pixels of that distance: 224, 112 or 56
 */
public record ChipGrid(UtmZone zone, double gsd, int stride) {
  /** Width and height of a chip in pixels. */
  public static final int CHIP_PIXELS = 224;

  /** Checks the sizes. */
  public ChipGrid {
    if (!(gsd > 0)) {
      throw new IllegalArgumentException("The ground sample distance must be positive.");
    }
    if (stride != 224 && stride != 112 && stride != 56) {
      throw new IllegalArgumentException(
          "The stride is 224, 112 or 56 pixels, not " + stride + ".");
    }
  }

  /** The grid of whole chips at 1 m. */
  public static ChipGrid of(UtmZone zone) {
    return new ChipGrid(zone, 1.0, CHIP_PIXELS);
  }

  /** The system of the grid's coordinates, in metres. */
  public Crs crs() {
    return zone.crs();
  }

  /** Width and height of a cell in metres. */
  public double cellSize() {
    return stride * gsd;
  }

  /** Pixels by which a support reaches beyond its cell on each side. */
  public int margin() {
    return (CHIP_PIXELS - stride) / 2;
  }

  /** The name of a cell. */
  public ChipIndex index(int row, int col) {
    return ChipIndex.of(zone, row, col);
  }

  /** Row of the cells that hold a northing in metres. */
  public int rowAt(double northing) {
    return (int) Math.floor(northing / cellSize());
  }

  /** Column of the cells that hold an easting in metres. */
  public int colAt(double easting) {
    return (int) Math.floor(easting / cellSize());
  }

  /** The ground of a cell, in metres of {@link #crs}. */
  public Envelope cell(int row, int col) {
    double size = cellSize();
    return new Envelope(col * size, (col + 1) * size, row * size, (row + 1) * size);
  }

  /** The ground the network looks at for a cell, in metres of {@link #crs}. */
  public Envelope support(int row, int col) {
    Envelope support = cell(row, col);
    support.expandBy(margin() * gsd);
    return support;
  }
}
