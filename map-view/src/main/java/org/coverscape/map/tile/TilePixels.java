package org.coverscape.map.tile;

/**
 * The picture of a tile.
 *
 * @param width pixels from west to east
 * @param height pixels from north to south
 * @param argb alpha, red, green and blue of each pixel, 8 bits each, not premultiplied, row by row
 *     from the north-west; not to be changed afterwards
 */
public record TilePixels(int width, int height, int[] argb) {
  /** Refuses pictures whose size does not agree with their pixels. */
  public TilePixels {
    if (width <= 0 || height <= 0 || argb.length != width * height) {
      throw new IllegalArgumentException("A tile has width x height pixels.");
    }
  }
}
