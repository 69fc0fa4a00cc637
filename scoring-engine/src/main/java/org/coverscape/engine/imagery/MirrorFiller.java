package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.region.PixelWindow;

/** Fills a chip around a small image with the image's own mirror images. */
final class MirrorFiller {
  private MirrorFiller() {}

  /**
   * The chip: valid pixels stay, holes within the small image's rectangle are filled with the mean
   * of all valid pixels, and the rest mirrors the rectangle at its edges, as often as it takes, the
   * edge pixel repeated.
   *
   * @param image number of the small image on the canvas
   * @return empty when the image fills less than half of its own rectangle
   */
  static Optional<byte[]> mirrored(Canvas canvas, PixelWindow window, int image) {
    return rectangle(canvas, window, image).map(r -> mirrored(canvas, window, r));
  }

  private static byte[] mirrored(Canvas canvas, PixelWindow window, PixelWindow rectangle) {
    byte[] chip = ChipFiller.filled(canvas, window);
    for (int y = window.y(); y < window.endY(); y++) {
      int fromY = reflected(y, rectangle.y(), rectangle.height());
      for (int x = window.x(); x < window.endX(); x++) {
        int fromX = reflected(x, rectangle.x(), rectangle.width());
        boolean hole = canvas.owners()[canvas.index(x, y)] <= 0;
        if (hole && (fromX != x || fromY != y)) {
          int to = (y - window.y()) * window.width() + x - window.x();
          int from = (fromY - window.y()) * window.width() + fromX - window.x();
          System.arraycopy(chip, 3 * from, chip, 3 * to, 3);
        }
      }
    }
    return chip;
  }

  private static int reflected(int position, int from, int size) {
    int along = Math.floorMod(position - from, 2 * size);
    return from + (along < size ? along : 2 * size - 1 - along);
  }

  /** What the image's pixels span within the window, where they fill half of that. */
  private static Optional<PixelWindow> rectangle(Canvas canvas, PixelWindow window, int image) {
    int left = window.endX();
    int right = window.x() - 1;
    int top = window.endY();
    int bottom = window.y() - 1;
    long count = 0;
    for (int y = window.y(); y < window.endY(); y++) {
      for (int x = window.x(); x < window.endX(); x++) {
        if (canvas.owners()[canvas.index(x, y)] == image) {
          count++;
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    long area = (long) (right - left + 1) * (bottom - top + 1);
    return count == 0 || 2 * count < area
        ? Optional.empty()
        : Optional.of(new PixelWindow(left, top, right - left + 1, bottom - top + 1));
  }
}
