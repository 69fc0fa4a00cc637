package org.coverscape.engine.picture;

import java.util.Optional;
import org.coverscape.engine.region.PixelWindow;
import org.locationtech.jts.geom.Envelope;

/**
 * The ground of a picture.
 *
 * @param west x of its left edge, in metres of EPSG:3857
 * @param north y of its upper edge
 * @param across metres per pixel to the east
 * @param down metres per pixel to the south
 */
record Screen(double west, double north, double across, double down) {
  /** The ground of a picture of some size. */
  static Screen of(Envelope ground, int width, int height) {
    return new Screen(
        ground.getMinX(), ground.getMaxY(), ground.getWidth() / width, ground.getHeight() / height);
  }

  /** x of a position in pixels. */
  double x(double col) {
    return west + col * across;
  }

  /** y of a position in pixels. */
  double y(double row) {
    return north - row * down;
  }

  /** The pixels of a part whose centres may lie in an envelope. */
  Optional<PixelWindow> pixels(Envelope ground, PixelWindow part) {
    int x = Math.max(part.x(), floor((ground.getMinX() - west) / across));
    int y = Math.max(part.y(), floor((north - ground.getMaxY()) / down));
    int endX = Math.min(part.endX(), floor((ground.getMaxX() - west) / across) + 1);
    int endY = Math.min(part.endY(), floor((north - ground.getMinY()) / down) + 1);
    return endX > x && endY > y
        ? Optional.of(new PixelWindow(x, y, endX - x, endY - y))
        : Optional.empty();
  }

  /** Far positions stay within whole numbers. */
  private static int floor(double value) {
    return (int) Math.floor(Math.max(-1e9, Math.min(1e9, value)));
  }
}
