package org.coverscape.engine.imagery;

import java.util.List;
import java.util.Optional;
import org.coverscape.engine.region.PixelWindow;

/**
 * Paints parts of a canvas with images, piece by piece in the order in which the images' pixels are
 * stored, so that few of them are unpacked at a time. Not thread-safe.
 */
final class CanvasPainter {
  /** Pixels of the grid in one direction that are painted at once. */
  private static final int PIECE = 224;

  /** Rows painted at once from images stored in strips. */
  private static final int STRIP_PIECE = 32;

  /** Pixels of an image in one direction that a piece may take. */
  private static final int MOST_ACROSS = 1024;

  /** Pixels of an image that a piece of strips may take. */
  private static final double MOST_PIXELS = 3e6;

  private final OpenTiles open;

  /** Paints with images opened there. */
  CanvasPainter(OpenTiles open) {
    this.open = open;
  }

  /**
   * Paints what is still open of some parts of a canvas.
   *
   * @param number the image's number on the canvas
   * @param ahead what comes after this canvas
   */
  void paint(PlacedTile tile, int number, Canvas canvas, List<PixelWindow> parts, Ahead ahead) {
    boolean painted = false;
    for (PixelWindow part : parts) {
      Optional<PixelWindow> shared = Windows.intersection(part, tile.placement().extent());
      if (shared.isPresent() && canvas.hasOpen(shared.get())) {
        paintPart(tile, number, canvas, shared.get(), rowsBelow(tile, canvas.window(), ahead));
        painted = true;
      }
    }
    if (painted) {
      release(tile, canvas.window(), ahead);
    }
  }

  /** Lets go of what is not needed any more of an image once a window of the grid is cut. */
  void release(PlacedTile tile, PixelWindow window, Ahead ahead) {
    open.release(tile, rowsBelow(tile, window, ahead), columnsBeyond(tile, window, ahead));
  }

  private void paintPart(
      PlacedTile tile, int number, Canvas canvas, PixelWindow part, int keepFrom) {
    double reduction = tile.placement().reduction();
    if (open.source(tile).isStriped()) {
      int rows = pieceSize(STRIP_PIECE, reduction);
      int cols = (int) Math.max(PIECE, MOST_PIXELS / (rows * reduction * reduction));
      for (int y = part.y(); y < part.endY(); y += rows) {
        for (int x = part.x(); x < part.endX(); x += cols) {
          piece(tile, number, canvas, part, new PixelWindow(x, y, cols, rows));
        }
      }
      return;
    }
    int size = pieceSize(PIECE, reduction);
    for (int x = part.x(); x < part.endX(); x += size) {
      int left = Integer.MIN_VALUE;
      for (int y = part.y(); y < part.endY(); y += size) {
        left = Math.max(left, piece(tile, number, canvas, part, new PixelWindow(x, y, size, size)));
      }
      open.release(tile, keepFrom, left);
    }
  }

  private static int pieceSize(int size, double reduction) {
    return (int) Math.max(8, Math.min(size, MOST_ACROSS / reduction));
  }

  /** Paints a piece, and answers with the first column of the image that it took. */
  private int piece(
      PlacedTile tile, int number, Canvas canvas, PixelWindow part, PixelWindow piece) {
    Optional<PixelWindow> inside = Windows.intersection(piece, part).filter(canvas::hasOpen);
    Optional<Placement.Painting> painting = inside.flatMap(tile.placement()::painting);
    if (painting.isEmpty()) {
      return Integer.MIN_VALUE;
    }
    PixelWindow source = painting.get().source();
    painting.get().paint(open.source(tile).read(source), canvas, number);
    canvas.touch(inside.get());
    return source.x();
  }

  /** The first row of the image that the next canvas takes. */
  private static int rowsBelow(PlacedTile tile, PixelWindow now, Ahead ahead) {
    PixelWindow next =
        new PixelWindow(now.x(), now.y() + ahead.advance(), now.width(), now.height());
    return tile.placement()
        .painting(next)
        .map(painting -> painting.source().y())
        .orElse(Integer.MAX_VALUE);
  }

  /** The first column of the image that the next canvas of the same row takes. */
  private static int columnsBeyond(PlacedTile tile, PixelWindow now, Ahead ahead) {
    if (ahead.isRowDone()) {
      return Integer.MAX_VALUE;
    }
    PixelWindow next = new PixelWindow(ahead.next(), now.y(), now.width(), now.height());
    return tile.placement()
        .painting(next)
        .map(painting -> painting.source().x())
        .orElse(Integer.MAX_VALUE);
  }
}
