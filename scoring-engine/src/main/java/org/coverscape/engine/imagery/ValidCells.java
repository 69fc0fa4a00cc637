package org.coverscape.engine.imagery;

import java.util.function.IntPredicate;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.PixelWindow;

/**
 * Finds the cells of a chip that hold imagery on more than half of their pixels, as {@link
 * org.coverscape.engine.chip.Chip#validCells} has them. For chips with holes; the others need no
 * search.
 */
final class ValidCells {
  private static final int SIDE = ChipGrid.CHIP_PIXELS;
  private static final int CELL = ChipGrid.CELL_PIXELS;
  private static final int ACROSS = ChipGrid.CELLS_ACROSS;

  private ValidCells() {}

  /** Of a window of a canvas that is as large as a chip. */
  static long of(Canvas canvas, PixelWindow window) {
    short[] owners = canvas.owners();
    int first = canvas.index(window.x(), window.y());
    int row = canvas.window().width();
    return of(pixel -> owners[first + pixel / SIDE * row + pixel % SIDE] > 0);
  }

  /** Of a chip's bytes, where a pixel is a hole when all of its bands have a value. */
  static long of(byte[] rgb, byte noData) {
    return of(
        pixel -> {
          int i = 3 * pixel;
          return rgb[i] != noData || rgb[i + 1] != noData || rgb[i + 2] != noData;
        });
  }

  /** Of a chip whose pixels are numbered row by row. */
  private static long of(IntPredicate holdsImagery) {
    int[] valid = new int[ACROSS * ACROSS];
    for (int pixel = 0; pixel < SIDE * SIDE; pixel++) {
      if (holdsImagery.test(pixel)) {
        valid[pixel / SIDE / CELL * ACROSS + pixel % SIDE / CELL]++;
      }
    }
    long cells = 0;
    for (int i = 0; i < valid.length; i++) {
      if (2 * valid[i] > CELL * CELL) {
        cells |= 1L << i;
      }
    }
    return cells;
  }
}
