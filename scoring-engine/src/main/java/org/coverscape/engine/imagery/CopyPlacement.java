package org.coverscape.engine.imagery;

import java.util.Arrays;
import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.PixelWindow;

/**
 * An image on the same grid, up to less than half a pixel: its bytes are copied to the nearest
 * pixel.
 *
 * @param extent the pixels of the grid it covers
 */
record CopyPlacement(PixelWindow extent) implements Placement {
  static CopyPlacement of(ImageryTile tile, ChipGrid grid) {
    double x = Math.floor(tile.grid().x0() / grid.gsd() + 0.5);
    double y = Math.floor(-tile.grid().y0() / grid.gsd() + 0.5);
    return new CopyPlacement(Windows.between(x, y, x + tile.width(), y + tile.height()));
  }

  @Override
  public double reduction() {
    return 1;
  }

  @Override
  public Optional<Painting> painting(PixelWindow part) {
    return Windows.intersection(part, extent).map(inside -> new Copying(inside, extent));
  }

  private record Copying(PixelWindow part, PixelWindow extent) implements Painting {
    @Override
    public PixelWindow source() {
      return new PixelWindow(
          part.x() - extent.x(), part.y() - extent.y(), part.width(), part.height());
    }

    @Override
    public void paint(SourcePixels pixels, Canvas canvas, int image) {
      boolean untouched = canvas.isUntouched(part);
      for (int y = 0; y < part.height(); y++) {
        int from = y * part.width();
        int to = canvas.index(part.x(), part.y() + y);
        if (pixels.isClean(from, from + part.width())
            && (untouched || canvas.isBlank(to, to + part.width()))) {
          System.arraycopy(pixels.rgb(), 3 * from, canvas.rgb(), 3 * to, 3 * part.width());
          Arrays.fill(canvas.owners(), to, to + part.width(), (short) image);
        } else {
          paintRow(pixels, from, canvas, to, image);
        }
      }
    }

    private void paintRow(SourcePixels pixels, int from, Canvas canvas, int to, int image) {
      byte[] rgb = pixels.rgb();
      for (int i = 0; i < part.width(); i++) {
        if (!Canvas.isOpen(canvas.owners()[to + i])) {
          continue;
        }
        byte state = pixels.isClean() ? SourcePixels.VALID : pixels.states()[from + i];
        int s = 3 * (from + i);
        switch (state) {
          case SourcePixels.VALID -> canvas.paint(to + i, image, rgb[s], rgb[s + 1], rgb[s + 2]);
          case SourcePixels.NODATA -> canvas.owners()[to + i] = Canvas.NODATA;
          case SourcePixels.UNREADABLE -> canvas.owners()[to + i] = Canvas.unreadable(image);
          default -> {}
        }
      }
    }
  }
}
