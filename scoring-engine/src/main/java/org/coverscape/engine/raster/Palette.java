package org.coverscape.engine.raster;

import java.util.Arrays;
import java.util.List;

/**
 * The colours of the values of a one-band raster; values past the end are black.
 *
 * @param colours 0xRRGGBB of value 0, 1, 2…; at most 256
 */
public record Palette(List<Integer> colours) {
  /** Number of values of a byte. */
  static final int SIZE = 256;

  /** Checks the number of colours. */
  public Palette {
    if (colours.isEmpty() || colours.size() > SIZE) {
      throw new IllegalArgumentException(
          "A palette has 1 to 256 colours, not " + colours.size() + ".");
    }
    colours = List.copyOf(colours);
  }

  /** The palette of some colours, 0xRRGGBB each. */
  public static Palette of(int... colours) {
    return new Palette(Arrays.stream(colours).boxed().toList());
  }

  /** The ColorMap field of TIFF 6.0: all reds, all greens, all blues, 16 bits each. */
  int[] colorMap() {
    int[] map = new int[3 * SIZE];
    for (int value = 0; value < colours.size(); value++) {
      int rgb = colours.get(value);
      map[value] = (rgb >> 16 & 0xFF) * 257;
      map[SIZE + value] = (rgb >> 8 & 0xFF) * 257;
      map[2 * SIZE + value] = (rgb & 0xFF) * 257;
    }
    return map;
  }
}
