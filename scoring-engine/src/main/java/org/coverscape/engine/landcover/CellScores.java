package org.coverscape.engine.landcover;

import java.util.Arrays;
import java.util.List;

/**
 * What a dense answer says of each of the {@value #SIDE} × {@value #SIDE} cells of a chip: class
 * and confidence, or nothing where there is no imagery to speak of.
 *
 * <p>Rows run from north to south, columns from west to east. Immutable, equal by value.
 */
public final class CellScores {
  /** Rows and columns. */
  public static final int SIDE = 7;

  /** Cells of a chip. */
  public static final int COUNT = SIDE * SIDE;

  /** Length of {@link #toBytes}. */
  public static final int BYTES = 2 * COUNT;

  private static final int NONE = 0;

  /** Class ids, row by row from the north-west, then as many confidences in percent. */
  private final byte[] numbers;

  private CellScores(byte[] numbers) {
    this.numbers = numbers;
  }

  /**
   * The best class of each cell and how likely it is.
   *
   * @param cells one for each cell, row by row from the north-west
   */
  public static CellScores of(List<ClassScores> cells) {
    if (cells.size() != COUNT) {
      throw new IllegalArgumentException(
          "a chip has " + COUNT + " cells and scores of " + cells.size() + " came");
    }
    byte[] numbers = new byte[BYTES];
    for (int i = 0; i < COUNT; i++) {
      ClassScores scores = cells.get(i);
      numbers[i] = (byte) (int) scores.best().map(LandCoverClass::id).orElse(0);
      numbers[COUNT + i] = (byte) scores.confidence();
    }
    return new CellScores(numbers);
  }

  /**
   * What {@link #toBytes} gave.
   *
   * @throws IllegalArgumentException when it cannot have given that
   */
  public static CellScores stored(byte[] bytes) {
    boolean sound = bytes.length == BYTES;
    for (int i = 0; sound && i < COUNT; i++) {
      int id = bytes[i];
      int percent = bytes[COUNT + i];
      sound = id >= 0 && id <= LandCoverClass.ALL.size() && percent >= NONE && percent <= 100;
    }
    if (!sound) {
      throw new IllegalArgumentException("these bytes are no stored scores of cells");
    }
    return new CellScores(bytes.clone());
  }

  /** {@value #COUNT} class ids row by row from the north-west, then as many confidences. */
  public byte[] toBytes() {
    return numbers.clone();
  }

  /**
   * The same, but without an answer for cells that hold too little imagery.
   *
   * @param valid which cells do, as in {@link org.coverscape.engine.chip.Chip#validCells}
   */
  public CellScores within(long valid) {
    byte[] kept = numbers.clone();
    for (int i = 0; i < COUNT; i++) {
      if ((valid >>> i & 1) == 0) {
        kept[i] = NONE;
        kept[COUNT + i] = NONE;
      }
    }
    return new CellScores(kept);
  }

  /** Whether a cell has an answer, "none of the six" among them. */
  public boolean isAnswered(int row, int col) {
    return confidence(row, col) != NONE;
  }

  /** The class id of a cell; 0 where it is none of the six, or has no answer. */
  public int classId(int row, int col) {
    return numbers[at(row, col)];
  }

  /** The confidence of a cell's answer in percent, 1 to 100; 0 where it has none. */
  public int confidence(int row, int col) {
    return numbers[COUNT + at(row, col)];
  }

  private static int at(int row, int col) {
    if (row < 0 || row >= SIDE || col < 0 || col >= SIDE) {
      throw new IndexOutOfBoundsException("a chip has no cell " + row + "/" + col);
    }
    return row * SIDE + col;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof CellScores other && Arrays.equals(numbers, other.numbers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }

  @Override
  public String toString() {
    return "CellScores" + Arrays.toString(numbers);
  }
}
