package org.coverscape.map.tile;

import java.util.List;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.coverscape.map.MapBox;
import org.coverscape.map.Viewport;
import org.jspecify.annotations.Nullable;

/**
 * Draws tiles, and wider or deeper ones in the place of those that are not there yet.
 *
 * @param g draws in pixels of the view
 * @param view what is seen
 * @param outputScale device pixels per pixel of the view
 * @param smooth whether pixels are blended; not where speed counts more, or each has a meaning
 */
record TilePainter(GraphicsContext g, Viewport view, double outputScale, boolean smooth) {
  /** How many zooms wider or deeper a stand-in may be. */
  private static final int WIDER = 8;

  private static final int DEEPER = 2;

  /** From this magnification on the pixels of the source are shown as squares. */
  private static final double SHOW_PIXELS = 4;

  /** Draws a tile that is there. */
  void draw(TileAddress address, TileImage tile) {
    Image image = tile.image();
    part(address, image, 0, 0, image.getWidth(), image.getHeight());
  }

  /** Draws what comes closest to a tile among those that are there; false if there is nothing. */
  boolean standIn(TileAddress address, Function<TileAddress, @Nullable TileImage> tiles) {
    boolean wider = fromAncestor(address, tiles);
    boolean deeper = fromChildren(address, tiles, DEEPER);
    return wider || deeper;
  }

  private boolean fromAncestor(
      TileAddress address, Function<TileAddress, @Nullable TileImage> tiles) {
    for (int zoom = address.zoom() - 1; zoom >= Math.max(0, address.zoom() - WIDER); zoom--) {
      TileAddress wider = address.ancestor(zoom);
      TileImage tile = tiles.apply(wider);
      if (tile != null) {
        Image image = tile.image();
        int steps = address.zoom() - zoom;
        double width = image.getWidth() / (1 << steps);
        double height = image.getHeight() / (1 << steps);
        part(
            address,
            image,
            (address.x() - ((long) wider.x() << steps)) * width,
            (address.y() - ((long) wider.y() << steps)) * height,
            width,
            height);
        return true;
      }
    }
    return false;
  }

  private boolean fromChildren(
      TileAddress address, Function<TileAddress, @Nullable TileImage> tiles, int levels) {
    if (levels == 0 || address.zoom() == TileAddress.DEEPEST) {
      return false;
    }
    boolean any = false;
    for (TileAddress child : children(address)) {
      TileImage tile = tiles.apply(child);
      if (tile != null) {
        draw(child, tile);
        any = true;
      } else {
        any |= fromChildren(child, tiles, levels - 1);
      }
    }
    return any;
  }

  private static List<TileAddress> children(TileAddress a) {
    int zoom = a.zoom() + 1;
    return List.of(
        new TileAddress(zoom, 2 * a.x(), 2 * a.y()),
        new TileAddress(zoom, 2 * a.x() + 1, 2 * a.y()),
        new TileAddress(zoom, 2 * a.x(), 2 * a.y() + 1),
        new TileAddress(zoom, 2 * a.x() + 1, 2 * a.y() + 1));
  }

  /** Edges lie on device pixels, so that neighbours meet without a seam. */
  private void part(TileAddress address, Image image, double x, double y, double w, double h) {
    MapBox box = address.box();
    double left = snapped(view.screenX(box.minX()));
    double top = snapped(view.screenY(box.maxY()));
    double right = snapped(view.screenX(box.maxX()));
    double bottom = snapped(view.screenY(box.minY()));
    if (right > left && bottom > top && right > 0 && left < view.width()) {
      boolean squares = (right - left) / w >= SHOW_PIXELS && w == image.getWidth();
      g.setImageSmoothing(!squares && smooth);
      g.drawImage(image, x, y, w, h, left, top, right - left, bottom - top);
    }
  }

  private double snapped(double pixel) {
    return Math.round(pixel * outputScale) / outputScale;
  }
}
