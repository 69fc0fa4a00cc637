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
