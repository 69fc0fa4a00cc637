package org.coverscape.engine.picture;

import java.util.Arrays;

/**
 * Pixels for a screen. Immutable by convention.
 *
 * @param width columns
 * @param height rows
 * @param argb width × height values, row by row from the north-west corner: alpha, red, green and
 *     blue from the highest byte down, not premultiplied; 0 where there is no imagery
 */
public record Picture(int width, int height, int[] argb) {
  /** Checks the size. */
  public Picture {
    if (width < 1 || height < 1 || argb.length != width * height) {
      throw new IllegalArgumentException(
          argb.length + " values are no picture of " + width + " × " + height + " pixels.");
    }
  }

  /** Pictures are equal when all their pixels are. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Picture other
        && width == other.width
        && height == other.height
        && Arrays.equals(argb, other.argb);
  }

  @Override
  public int hashCode() {
    return 31 * width + Arrays.hashCode(argb);
  }
}
