package org.coverscape.engine.chip;

import java.util.Arrays;
import java.util.List;

/**
 * What the network looks at: {@value ChipGrid#CHIP_PIXELS} × {@value ChipGrid#CHIP_PIXELS} pixels
 * of red, green and blue at the grid's ground sample distance, north up.
 *
 * @param index the cell it answers for
 * @param rgb bytes row by row from the north-west corner, red, green, blue; holes are filled
 * @param validFraction share of the pixels that hold imagery, 0 to 1
 * @param imagery ids of the tiles its pixels come from, the one with the most say first
 * @param validCells which of its {@value ChipGrid#CELLS_ACROSS} × {@value ChipGrid#CELLS_ACROSS}
 *     cells hold imagery on more than half of their pixels: bit 7 r + c for row r from the north,
 *     column c from the west
 */
public record Chip(
    ChipIndex index, byte[] rgb, double validFraction, List<String> imagery, long validCells) {
  /** Number of bytes of a chip. */
  public static final int BYTES = ChipGrid.CHIP_PIXELS * ChipGrid.CHIP_PIXELS * 3;

  /** All cells of a chip. */
  public static final long ALL_CELLS = (1L << ChipGrid.CELLS_ACROSS * ChipGrid.CELLS_ACROSS) - 1;

  /** Checks the size. */
  public Chip {
    if (rgb.length != BYTES) {
      throw new IllegalArgumentException("A chip has " + BYTES + " bytes, not " + rgb.length + ".");
    }
    imagery = List.copyOf(imagery);
  }

  /** A chip all of whose cells count. */
  public Chip(ChipIndex index, byte[] rgb, double validFraction, List<String> imagery) {
    this(index, rgb, validFraction, imagery, ALL_CELLS);
  }

  /** Chips are equal when they name the same cell. */
  @Override
  public boolean equals(Object o) {
    return o instanceof Chip chip && index.equals(chip.index);
  }

  @Override
  public int hashCode() {
    return index.hashCode();
  }

  /** Whether another chip has the same pixels. */
  public boolean samePixels(Chip other) {
    return Arrays.equals(rgb, other.rgb);
  }
}
