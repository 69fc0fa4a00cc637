package org.coverscape.map.tile;

import org.coverscape.map.MapBox;
import org.coverscape.map.WebMercator;

/**
 * The place of a tile in the usual scheme (XYZ): the world is one tile of 256 pixels at zoom 0 and
 * is halved with every zoom; columns count from the west, rows from the north.
 *
 * @param zoom 0 to 30
 * @param x column
 * @param y row
 */
public record TileAddress(int zoom, int x, int y) {
  /** Pixels along a side of a tile. */
  public static final int SIZE = 256;

  /** The deepest zoom. */
  public static final int DEEPEST = 30;

  /** Refuses places outside the world. */
  public TileAddress {
    if (zoom < 0 || zoom > DEEPEST || x < 0 || y < 0 || x >= 1L << zoom || y >= 1L << zoom) {
      throw new IllegalArgumentException("There is no tile " + zoom + "/" + x + "/" + y + ".");
    }
  }

  /** Width of a tile of a zoom in metres of EPSG:3857. */
  public static double span(int zoom) {
    return 2 * WebMercator.HALF_WORLD / (1L << zoom);
  }

  /** Metres of EPSG:3857 per pixel of a tile of a zoom. */
  public static double metresPerPixel(int zoom) {
    return span(zoom) / SIZE;
  }

  /** What the tile covers. */
  public MapBox box() {
    double span = span(zoom);
    double west = -WebMercator.HALF_WORLD + x * span;
    double north = WebMercator.HALF_WORLD - y * span;
    return new MapBox(west, north - span, west + span, north);
  }

  /** The tile of the next wider zoom that holds this one; the tile of zoom 0 is its own. */
  public TileAddress parent() {
    return zoom == 0 ? this : new TileAddress(zoom - 1, x / 2, y / 2);
  }

  /** The tile that holds this one at a zoom that is not deeper. */
  public TileAddress ancestor(int wider) {
    int steps = zoom - wider;
    return new TileAddress(wider, x >> steps, y >> steps);
  }
}
