package org.coverscape.engine.imagery;

import java.util.Optional;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.PixelWindow;

/**
 * An image in the grid's system with finer pixels: each pixel of the grid is the mean of the ground
 * it covers, pixels at its edge counting by the part that lies inside.
 *
 * @param gsd size of the grid's pixels
 * @param image where the image's pixels lie, north up
 * @param extent the pixels of the grid it touches
 */
record AveragePlacement(double gsd, PixelGrid image, PixelWindow extent) implements Placement {
  /** Parts of a pixel that are rounding, not ground. */
  private static final double SLIVER = 1e-6;

  static AveragePlacement of(ImageryTile tile, ChipGrid grid) {
    PixelGrid image = tile.grid();
    double gsd = grid.gsd();
    double west = Math.floor(image.x0() / gsd);
    double north = Math.floor(-image.y0() / gsd);
    double east = Math.ceil((image.x0() + tile.width() * image.a()) / gsd);
    double south = Math.ceil(-(image.y0() + tile.height() * image.e()) / gsd);
    return new AveragePlacement(gsd, image, Windows.between(west, north, east, south));
  }

  @Override
  public double reduction() {
    return Math.max(1, gsd / Math.min(image.a(), -image.e()));
  }

  @Override
  public Optional<Painting> painting(PixelWindow part) {
    return Windows.intersection(part, extent)
        .map(
            inside ->
                new Averaging(
                    inside,
                    taps(inside.x(), inside.width(), image.x0(), image.a()),
                    taps(inside.y(), inside.height(), -image.y0(), -image.e())));
  }

  private Taps taps(int from, int count, double origin, double size) {
    Taps taps = new Taps(count, (int) Math.ceil(gsd / size) + 2);
    for (int i = 0; i < count; i++) {
      double begin = ((from + i) * gsd - origin) / size;
      double end = ((from + i + 1) * gsd - origin) / size;
      int first = (int) Math.floor(begin + SLIVER);
      int last = (int) Math.ceil(end - SLIVER) - 1;
      double[] shares = new double[Math.max(1, last - first + 1)];
      for (int k = 0; k < shares.length; k++) {
        shares[k] = Math.min(end, first + k + 1) - Math.max(begin, first + k);
      }
      taps.set(i, first, shares);
    }
    return taps;
  }

  private record Averaging(PixelWindow part, Taps x, Taps y) implements Painting {
    @Override
    public PixelWindow source() {
      int left = x.first(0);
      int top = y.first(0);
      return new PixelWindow(
          left, top, x.end(part.width() - 1) - left, y.end(part.height() - 1) - top);
    }

    @Override
    public void paint(SourcePixels pixels, Canvas canvas, int image) {
      MeanRows rows = new MeanRows(pixels, x, y, part.width());
      Blend blend = new Blend(pixels, canvas, image);
      for (int row = 0; row < part.height(); row++) {
        int to = canvas.index(part.x(), part.y() + row);
        if (pixels.isClean()) {
          rows.paint(row, canvas, to, image);
        } else {
          paintRow(pixels, blend, canvas, row, to);
        }
      }
    }

    private void paintRow(SourcePixels pixels, Blend blend, Canvas canvas, int row, int to) {
      for (int i = 0; i < part.width(); i++) {
        if (Canvas.isOpen(canvas.owners()[to + i])) {
          blend.paint(to + i, pixels.index(x.first(i), y.first(row)), x, i, y, row);
        }
      }
    }
  }
}
