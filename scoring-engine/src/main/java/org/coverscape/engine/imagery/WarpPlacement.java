package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.PixelWindow;

/**
 * An image in another system, or turned, or coarser than the grid: interpolated linearly, over more
 * pixels where its own are finer.
 */
final class WarpPlacement implements Placement {
  private final double gsd;
  private final CoordinateTransform toImage;
  private final PixelGrid image;
  private final int width;
  private final int height;
  private final PixelWindow extent;
  private final Tent across;
  private final Tent down;

  /**
   * Places an image.
   *
   * @param extent the pixels of the grid it may touch
   */
  WarpPlacement(ImageryTile tile, ChipGrid grid, PixelWindow extent) {
    this.gsd = grid.gsd();
    this.toImage = grid.crs().to(tile.crs());
    this.image = tile.grid();
    this.width = tile.width();
    this.height = tile.height();
    this.extent = extent;
    double[] reductions = reductions();
    across = Tent.of(reductions[0]);
    down = Tent.of(reductions[1]);
  }

  /** Columns and rows of the image per pixel of the grid, amid the image. */
  private double[] reductions() {
    int col = extent.x() + extent.width() / 2;
    int row = extent.y() + extent.height() / 2;
    NodeGrid nodes = new NodeGrid(new PixelWindow(col, row, 2, 2), gsd, toImage, image);
    double[] upper = new double[4];
    double[] lower = new double[2];
    nodes.row(row, col, 2, upper);
    nodes.row(row + 1, col, 1, lower);
    return new double[] {
      finite(Math.hypot(upper[2] - upper[0], lower[0] - upper[0])),
      finite(Math.hypot(upper[3] - upper[1], lower[1] - upper[1]))
    };
  }

  private static double finite(double reduction) {
    return reduction < 1000 ? reduction : 1;
  }

  @Override
  public PixelWindow extent() {
    return extent;
  }

  @Override
  public double reduction() {
    return Math.max(across.radius(), down.radius());
  }

  @Override
  public Optional<Painting> painting(PixelWindow part) {
    return Windows.intersection(part, extent).flatMap(this::inside);
  }

  private Optional<Painting> inside(PixelWindow part) {
    NodeGrid nodes = new NodeGrid(part, gsd, toImage, image);
    double[] bounds = nodes.bounds();
    int x = clamp(bounds[0] - across.width(), width, across);
    int endX = clamp(bounds[1] + across.width(), width, across);
    int y = clamp(bounds[2] - down.width(), height, down);
    int endY = clamp(bounds[3] + down.width(), height, down);
    return endX <= Math.max(x, 0) || endY <= Math.max(y, 0) || x >= width || y >= height
        ? Optional.empty()
        : Optional.of(new Warping(part, nodes, new PixelWindow(x, y, endX - x, endY - y)));
  }

  /** So far beyond the image that a pixel with a tap further out has none inside. */
  private static int clamp(double position, int size, Tent tent) {
    int beyond = tent.width() + 1;
    return (int) Math.max(-beyond, Math.min(size + beyond, Math.rint(position)));
  }

  private final class Warping implements Painting {
    private final PixelWindow part;
    private final NodeGrid nodes;
    private final PixelWindow source;

    Warping(PixelWindow part, NodeGrid nodes, PixelWindow source) {
      this.part = part;
      this.nodes = nodes;
      this.source = source;
    }

    @Override
    public PixelWindow source() {
      return source;
    }

    @Override
    public void paint(SourcePixels pixels, Canvas canvas, int number) {
      Blend blend = new Blend(pixels, canvas, number);
      double[] places = new double[2 * part.width()];
      for (int row = part.y(); row < part.endY(); row++) {
        nodes.row(row, part.x(), part.width(), places);
        int to = canvas.index(part.x(), row);
        for (int i = 0; i < part.width(); i++) {
          if (Canvas.isOpen(canvas.owners()[to + i])) {
            paint(blend, to + i, places[2 * i], places[2 * i + 1]);
          }
        }
      }
    }

    private void paint(Blend blend, int to, double col, double row) {
      if (Double.isNaN(col) || Double.isNaN(row)) {
        return;
      }
      int stepsX = across.steps(col);
      int stepsY = down.steps(row);
      int ix = stepsX & Tent.PHASES - 1;
      int iy = stepsY & Tent.PHASES - 1;
      int left = (stepsX >> Tent.PHASE_BITS) + across.taps().first(ix) - source.x();
      int top = (stepsY >> Tent.PHASE_BITS) + down.taps().first(iy) - source.y();
      if (left >= 0
          && top >= 0
          && left + across.taps().count(ix) <= source.width()
          && top + down.taps().count(iy) <= source.height()) {
        blend.paint(to, top * source.width() + left, across.taps(), ix, down.taps(), iy);
      }
    }
  }
}
