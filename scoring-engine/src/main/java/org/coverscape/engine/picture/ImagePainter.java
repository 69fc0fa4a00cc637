package org.coverscape.engine.picture;

import java.util.Optional;
import org.coverscape.engine.region.PixelWindow;

/** Paints what is still open of a part of a picture with one image. Not thread-safe. */
final class ImagePainter {
  /** Pixels that are looked at twice rather than open an image in vain. */
  private static final int SMALL = 64;

  private final Screen screen;
  private final int width;
  private final int[] argb;
  private final UnitStore units;

  /**
   * A painter of a picture.
   *
   * @param width columns of the picture
   * @param argb its pixels; 0 where it is open
   */
  ImagePainter(Screen screen, int width, int[] argb, UnitStore units) {
    this.screen = screen;
    this.width = width;
    this.argb = argb;
    this.units = units;
  }

  /** Paints the open pixels of a part that the image covers; leaves those that cannot be had. */
  void paint(PlacedImage image, PixelWindow part, BandView view, Stretch stretch)
      throws InterruptedException {
    Optional<PixelWindow> covered = screen.pixels(image.extent(), part);
    if (covered.isEmpty() || !hasOpen(covered.get())) {
      return;
    }
    Lattice lattice = new Lattice(screen, covered.get(), image.toImage(), image.tile().grid());
    if (isSmall(covered.get()) && !hasCentre(lattice, image)) {
      return;
    }
    double[] east = lattice.east();
    double[] south = lattice.south();
    double step = Math.min(Math.hypot(east[0], east[1]), Math.hypot(south[0], south[1]));
    Optional<PixelLevel> level = image.level(step);
    if (level.isEmpty()) {
      return;
    }
    LevelShape shape = level.get().shape();
    Optional<PixelWindow> window = window(lattice.bounds(), east, south, shape);
    if (window.isPresent()) {
      byte[] pixels = units.read(level.get(), window.get());
      int[] shown = view.bandsOf(shape.bands());
      Tones tones = image.tones(stretch);
      Sampler sampler = new Sampler(pixels, window.get(), shape, shown, east, south);
      sample(lattice, sampler, image, tones, shown);
    }
  }

  private boolean hasOpen(PixelWindow part) {
    for (int y = part.y(); y < part.endY(); y++) {
      for (int x = part.x(); x < part.endX(); x++) {
        if (argb[y * width + x] == 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSmall(PixelWindow part) {
    return part.width() * part.height() <= SMALL;
  }

  /** Whether a pixel shows the image; from far away, most images need not be opened. */
  private static boolean hasCentre(Lattice lattice, PlacedImage image) {
    PixelWindow part = lattice.part();
    double[] places = new double[2 * part.width()];
    for (int y = part.y(); y < part.endY(); y++) {
      lattice.row(y, places);
      for (int i = 0; i < part.width(); i++) {
        if (image.holds(places[2 * i], places[2 * i + 1])) {
          return true;
        }
      }
    }
    return false;
  }

  /** The pixels of the level that the part may take. */
  private static Optional<PixelWindow> window(
      double[] bounds, double[] east, double[] south, LevelShape shape) {
    double reachX = 1 + (Math.abs(east[0]) + Math.abs(south[0])) / (2 * shape.across());
    double reachY = 1 + (Math.abs(east[1]) + Math.abs(south[1])) / (2 * shape.down());
    int x = clamp(bounds[0] / shape.across() - reachX, shape.width());
    int endX = clamp(bounds[1] / shape.across() + reachX + 1, shape.width());
    int y = clamp(bounds[2] / shape.down() - reachY, shape.height());
    int endY = clamp(bounds[3] / shape.down() + reachY + 1, shape.height());
    return endX > x && endY > y
        ? Optional.of(new PixelWindow(x, y, endX - x, endY - y))
        : Optional.empty();
  }

  private static int clamp(double position, int size) {
    return (int) Math.max(0, Math.min(size, Math.floor(position)));
  }

  private void sample(
      Lattice lattice, Sampler sampler, PlacedImage image, Tones tones, int[] shown) {
    PixelWindow part = lattice.part();
    double[] places = new double[2 * part.width()];
    byte[] reds = tones.of(shown[0]);
    byte[] greens = tones.of(shown[1]);
    byte[] blues = tones.of(shown[2]);
    for (int y = part.y(); y < part.endY(); y++) {
      lattice.row(y, places);
      int to = y * width + part.x();
      for (int i = 0; i < part.width(); i++) {
        double col = places[2 * i];
        double row = places[2 * i + 1];
        if (argb[to + i] == 0 && image.holds(col, row)) {
          int rgb = sampler.colour(col, row);
          if (rgb >= 0) {
            argb[to + i] =
                0xFF << 24
                    | (reds[rgb >> 16] & 255) << 16
                    | (greens[rgb >> 8 & 255] & 255) << 8
                    | blues[rgb & 255] & 255;
          }
        }
      }
    }
  }
}
