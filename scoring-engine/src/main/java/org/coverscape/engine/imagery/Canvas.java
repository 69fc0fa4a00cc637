package org.coverscape.engine.imagery;

import java.util.Arrays;
import org.coverscape.engine.region.PixelWindow;

/**
 * Pixels of the grid, painted by images in order: the first that has something to show for a pixel
 * keeps it. Not thread-safe.
 */
final class Canvas {
  /** No image covers the pixel. */
  static final short OUTSIDE = 0;

  /** Only NoData covers the pixel. */
  static final short NODATA = -1;

  /** This, less the number of the image, where an image cannot be read. */
  static final short UNREADABLE = -1;

  private PixelWindow window = new PixelWindow(0, 0, 1, 1);
  private byte[] rgb = new byte[3];
  private short[] owners = new short[1];

  /** The columns in which something was painted lie from here to there. */
  private int west = Integer.MAX_VALUE;

  private int east = Integer.MIN_VALUE;

  /** Begins anew, with nothing painted. */
  void reset(PixelWindow newWindow) {
    window = newWindow;
    west = Integer.MAX_VALUE;
    east = Integer.MIN_VALUE;
    int size = Math.multiplyExact(window.width(), window.height());
    if (owners.length < size) {
      owners = new short[size];
      rgb = new byte[size * 3];
    }
    Arrays.fill(owners, 0, size, OUTSIDE);
  }

  /** The pixels of the grid it shows. */
  PixelWindow window() {
    return window;
  }

  /** Index of a pixel in {@link #owners}; times three in {@link #rgb}. */
  int index(int col, int row) {
    return (row - window.y()) * window.width() + col - window.x();
  }

  /** Red, green and blue of all pixels; those without an owner hold leftovers. */
  byte[] rgb() {
    return rgb;
  }

  /**
   * Whose each pixel is: the number of an image from 1, {@link #OUTSIDE}, {@link #NODATA}, or less
   * for one that is {@link #unreadable}.
   */
  short[] owners() {
    return owners;
  }

  /** Whether a pixel still takes colour. */
  static boolean isOpen(short owner) {
    return owner == OUTSIDE || owner == NODATA;
  }

  /** The mark of a pixel that an image covers, but that cannot be read. */
  static short unreadable(int image) {
    return (short) (UNREADABLE - image);
  }

  /** The number of the image that cannot be read at a pixel, or 0 when that is not its state. */
  static int unreadableImage(short owner) {
    return owner < UNREADABLE ? UNREADABLE - owner : 0;
  }

  /** Whether any pixel of a part still takes colour. */
  boolean hasOpen(PixelWindow part) {
    for (int y = part.y(); y < part.endY(); y++) {
      int first = index(part.x(), y);
      if (isOpen(owners[first]) || hasOpen(first, first + part.width())) {
        return true;
      }
    }
    return false;
  }

  private boolean hasOpen(int from, int to) {
    if (isOneOwners(from, to)) {
      return isOpen(owners[from]);
    }
    for (int i = from; i < to; i++) {
      if (isOpen(owners[i])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all pixels of a run, at least one, have the same owner. Most have, and finding that out
   * is far quicker than looking at each.
   */
  boolean isOneOwners(int from, int to) {
    return Arrays.equals(owners, from, to - 1, owners, from + 1, to);
  }

  /** Notes that a part was painted, whatever became of its pixels. */
  void touch(PixelWindow part) {
    west = Math.min(west, part.x());
    east = Math.max(east, part.endX());
  }

  /** Whether nothing was painted in the columns of a part yet. */
  boolean isUntouched(PixelWindow part) {
    return part.endX() <= west || part.x() >= east;
  }

  /** Whether nothing was painted in a run of pixels yet. */
  boolean isBlank(int from, int to) {
    return owners[from] == OUTSIDE && isOneOwners(from, to);
  }

  /** Gives an open pixel its colour. */
  void paint(int index, int image, int red, int green, int blue) {
    owners[index] = (short) image;
    rgb[3 * index] = (byte) red;
    rgb[3 * index + 1] = (byte) green;
    rgb[3 * index + 2] = (byte) blue;
  }
}
