package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.region.PixelWindow;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Finds how images lie on a grid. Immutable. */
final class TilePlacer {
  /** Relative difference of pixel sizes up to which two grids are equal. */
  private static final double EQUAL = 1e-6;

  /** Points along each edge that find an image's extent; bent edges differ by under a pixel. */
  private static final int PARTS = 64;

  /** Pixels added around an extent found by transform. */
  private static final int PAD = 2;

  /** Degrees from a zone's meridian at which its projection no longer says anything. */
  private static final double FAR = 40;

  private final ChipGrid grid;

  /** For one grid. */
  TilePlacer(ChipGrid grid) {
    this.grid = grid;
  }

  /** Places an image; empty where it lies so far off that the zone's grid does not reach it. */
  Optional<PlacedTile> place(ImageryTile tile) {
    double meridian = grid.zone().number() * 6 - 183;
    Coordinate middle = tile.footprint().getEnvelopeInternal().centre();
    if (Math.abs(Math.IEEEremainder(middle.x - meridian, 360)) > FAR) {
      return Optional.empty();
    }
    Envelope box = box(tile);
    try {
      return Optional.of(new PlacedTile(tile, placement(tile, box), lonelyCell(box)));
    } catch (ArithmeticException e) {
      return Optional.empty(); // an old catalogue may hold what would not be taken in any more
    }
  }

  private Placement placement(ImageryTile tile, Envelope box) {
    PixelGrid image = tile.grid();
    if (image.isNorthUp() && tile.crs().sameGround(grid.crs())) {
      if (isEqual(image.a()) && isEqual(-image.e())) {
        return CopyPlacement.of(tile, grid);
      }
      if (isFiner(image.a()) && isFiner(-image.e())) {
        return AveragePlacement.of(tile, grid);
      }
    }
    double x = Math.floor(box.getMinX()) - PAD;
    double y = Math.floor(box.getMinY()) - PAD;
    double endX = Math.ceil(box.getMaxX()) + PAD;
    double endY = Math.ceil(box.getMaxY()) + PAD;
    return new WarpPlacement(tile, grid, Windows.between(x, y, endX, endY));
  }

  private boolean isEqual(double size) {
    return Math.abs(size / grid.gsd() - 1) <= EQUAL;
  }

  private boolean isFiner(double size) {
    return size <= grid.gsd() * (1 + EQUAL);
  }

  /** What an image covers, in pixels of the grid. */
  private Envelope box(ImageryTile tile) {
    double[] xy = Footprint.outline(tile.grid(), tile.width(), tile.height(), PARTS);
    tile.crs().to(grid.crs()).transform(xy, xy.length / 2);
    Envelope box = new Envelope();
    for (int i = 0; i < xy.length; i += 2) {
      box.expandToInclude(xy[i] / grid.gsd(), -xy[i + 1] / grid.gsd());
    }
    return box;
  }

  /** The cell that holds the middle of an image too small to fill half of a chip on its own. */
  private Optional<ChipIndex> lonelyCell(Envelope box) {
    Coordinate middle = box.centre();
    int col = (int) Math.floor(middle.x / grid.stride());
    int row = -(int) Math.floor(middle.y / grid.stride()) - 1;
    PixelWindow chip = Windows.support(grid, row, col);
    double share =
        box.intersection(new Envelope(chip.x(), chip.endX(), chip.y(), chip.endY())).getArea()
            / ((double) chip.width() * chip.height());
    boolean small = Math.min(box.getWidth(), box.getHeight()) < ChipGrid.CHIP_PIXELS;
    return small || share < 0.5 ? Optional.of(grid.index(row, col)) : Optional.empty();
  }
}
