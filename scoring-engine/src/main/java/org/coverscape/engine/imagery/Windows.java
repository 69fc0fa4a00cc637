package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.PixelWindow;

/**
 * Windows of pixels, of images and of the grid.
 *
 * <p>Pixels of the grid are counted on the ground, so that nothing computed from them depends on
 * what is cut together: column i begins {@code i · gsd} metres east of the zone's origin, row v
 * begins {@code −v · gsd} metres north of it and lies south of that.
 */
final class Windows {
  /** Pixels from the zone's origin; more than there are at 0.1 m. */
  private static final double FARTHEST = 1 << 30;

  private Windows() {}

  /** What two windows share. */
  static Optional<PixelWindow> intersection(PixelWindow one, PixelWindow other) {
    int x = Math.max(one.x(), other.x());
    int y = Math.max(one.y(), other.y());
    int width = Math.min(one.endX(), other.endX()) - x;
    int height = Math.min(one.endY(), other.endY()) - y;
    return width < 1 || height < 1
        ? Optional.empty()
        : Optional.of(new PixelWindow(x, y, width, height));
  }

  /**
   * The window between edges, in pixels of the grid.
   *
   * @throws ArithmeticException when there is nothing between them, or they are farther off than
   *     can be counted
   */
  static PixelWindow between(double x, double y, double endX, double endY) {
    boolean counted = Math.min(x, y) > -FARTHEST && Math.max(endX, endY) < FARTHEST;
    if (!counted || !(x < endX) || !(y < endY)) {
      throw new ArithmeticException("no place on the grid");
    }
    return new PixelWindow((int) x, (int) y, (int) (endX - x), (int) (endY - y));
  }

  /** The pixels of the grid that a cell's network looks at. */
  static PixelWindow support(ChipGrid grid, int row, int col) {
    int stride = grid.stride();
    return new PixelWindow(
        col * stride - grid.margin(),
        -(row + 1) * stride - grid.margin(),
        ChipGrid.CHIP_PIXELS,
        ChipGrid.CHIP_PIXELS);
  }
}
