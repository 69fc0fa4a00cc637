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
 * <p>{@link #cells} are the {@value #CELL_PIXELS} pixel lattice of maps that were answered densely:
 * {@value #CELLS_ACROSS} × {@value #CELLS_ACROSS} cells to a chip of the same anchor. No chip is
 * cut on it.
 *
 * @param zone the zone
 * @param gsd ground sample distance of the network in metres
 * @param stride cell size in pixels of that distance: 224, 112 or 56, or 32 for {@link #cells}
 */
public record ChipGrid(UtmZone zone, double gsd, int stride) {
  /** Width and height of a chip in pixels. */
  public static final int CHIP_PIXELS = 224;

  /** Width and height in pixels of what a dense answer says something of. */
  public static final int CELL_PIXELS = 32;

  /** Rows and columns of such cells in a chip. */
  public static final int CELLS_ACROSS = CHIP_PIXELS / CELL_PIXELS;

  /** Checks the sizes. */
  public ChipGrid {
    if (!(gsd > 0)) {
      throw new IllegalArgumentException("The ground sample distance must be positive.");
    }
    if (stride != 224 && stride != 112 && stride != 56 && stride != CELL_PIXELS) {
      throw new IllegalArgumentException(
          "The stride is 224, 112 or 56 pixels, not " + stride + ".");
    }
  }

  /** The grid of whole chips at 1 m. */
  public static ChipGrid of(UtmZone zone) {
    return new ChipGrid(zone, 1.0, CHIP_PIXELS);
  }

  /**
   * The grid of the cells that dense answers to this grid's chips are about.
   *
   * @throws IllegalArgumentException when chips are not cut side by side
   */
  public ChipGrid cells() {
    if (stride != CHIP_PIXELS) {
      throw new IllegalArgumentException(
          "Cells of 32 m go with a stride of 224 only; leave out the stride.");
    }
    return new ChipGrid(zone, gsd, CELL_PIXELS);
  }

  /** Whether this is the lattice of {@link #cells}. */
  public boolean isDense() {
    return stride == CELL_PIXELS;
  }

  /** The grid that chips are cut on: itself, or the one whose {@link #cells} these are. */
  public ChipGrid chips() {
    return isDense() ? new ChipGrid(zone, gsd, CHIP_PIXELS) : this;
  }

  /** The chip on {@link #chips} whose answer a cell of this grid has. */
  public ChipIndex chipOf(int row, int col) {
    return isDense()
        ? index(Math.floorDiv(row, CELLS_ACROSS), Math.floorDiv(col, CELLS_ACROSS))
        : index(row, col);
  }

  /** The system of the grid's coordinates, in metres. */
  public Crs crs() {
    return zone.crs();
  }

  /** Width and height of a cell in metres. */
  public double cellSize() {
    return stride * gsd;
  }

  /** Pixels by which a support reaches beyond its cell on each side; where chips are cut only. */
  public int margin() {
    if (isDense()) {
      throw new IllegalStateException("no chip is cut for a cell of 32 m");
    }
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
    if (isDense()) {
      ChipIndex chip = chipOf(row, col);
      return chips().cell(chip.row(), chip.col());
    }
    Envelope support = cell(row, col);
    support.expandBy(margin() * gsd);
    return support;
  }
}
