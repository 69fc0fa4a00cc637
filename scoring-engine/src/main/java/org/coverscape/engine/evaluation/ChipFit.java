package org.coverscape.engine.evaluation;

import org.coverscape.engine.chip.ChipGrid;

/**
 * Makes an image of any size a chip: where it is larger, its middle is cut out; where it is
 * smaller, it is mirrored outwards from the middle, the edge pixel repeated, as often as it takes.
 */
final class ChipFit {
  private static final int SIZE = ChipGrid.CHIP_PIXELS;

  private ChipFit() {}

  /** The chip of an image of {@code width} × {@code height} pixels, three bytes each. */
  static byte[] fit(byte[] rgb, int width, int height) {
    byte[] chip = new byte[SIZE * SIZE * 3];
    int at = 0;
    for (int y = 0; y < SIZE; y++) {
      int sourceY = source(y, height);
      for (int x = 0; x < SIZE; x++) {
        int from = (sourceY * width + source(x, width)) * 3;
        chip[at++] = rgb[from];
        chip[at++] = rgb[from + 1];
        chip[at++] = rgb[from + 2];
      }
    }
    return chip;
  }

  /** The pixel of an axis of {@code length} that stands at a place of the chip. */
  private static int source(int place, int length) {
    int shifted = place - Math.floorDiv(SIZE - length, 2);
    int folded = Math.floorMod(shifted, 2 * length);
    return folded < length ? folded : 2 * length - 1 - folded;
  }
}
