package org.coverscape.engine.landcover;

import java.util.Arrays;
import java.util.Optional;

/**
 * The answers of one job on a rectangle of grid cells: class, confidence or the reason for having
 * neither, and the imagery it was cut from; five bytes a cell.
 *
 * <p>Rows and columns are those of the {@code ChipGrid}; row {@code minRow} is the southernmost.
 * Not thread-safe: fill it on one thread, or hand it on.
 */
public final class LandCoverMap {
  private static final byte OUTSIDE = 0;
  private static final byte ANSWERED = 1;
  private static final byte REASON = 2;

  private final int minRow;
  private final int minCol;
  private final int rows;
  private final int cols;
  private final byte[] state;
  private final byte[] landCover;
  private final byte[] confidence;
  private final short[] imagery;

  /** An empty map of {@code rows} × {@code cols} cells, all outside. */
  public LandCoverMap(int minRow, int minCol, int rows, int cols) {
    if (rows < 1 || cols < 1 || (long) rows * cols > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "A map of " + rows + " x " + cols + " cells cannot be held in memory.");
    }
    this.minRow = minRow;
    this.minCol = minCol;
    this.rows = rows;
    this.cols = cols;
    state = new byte[rows * cols];
    landCover = new byte[rows * cols];
    confidence = new byte[rows * cols];
    imagery = new short[rows * cols];
  }

  /** Southernmost row. */
  public int minRow() {
    return minRow;
  }

  /** Westernmost column. */
  public int minCol() {
    return minCol;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int cols() {
    return cols;
  }

  /** Sets the answer of a cell: a class, or unclassified where the scores say none of the six. */
  public void setScored(int row, int col, ClassScores scores) {
    setScored(row, col, scores.best().map(LandCoverClass::id).orElse(0), scores.confidence());
  }

  /** Sets the answer of a cell from its stored numbers; class id 0 is unclassified. */
  public void setScored(int row, int col, int classId, int percent) {
    int at = at(row, col);
    state[at] = ANSWERED;
    landCover[at] = (byte) classId;
    confidence[at] = (byte) percent;
  }

  /** Sets why a cell has no answer. */
  public void setUnscored(int row, int col, UnscoredReason reason) {
    int at = at(row, col);
    state[at] = (byte) (REASON + reason.ordinal());
    landCover[at] = 0;
    confidence[at] = 0;
  }

  /** Sets the place of a cell's imagery in the list of imagery sets, 0 to 65,535. */
  public void setImagerySet(int row, int col, int set) {
    if (set < 0 || set > 0xFFFF) {
      throw new IllegalArgumentException("A map holds at most 65,536 sets of imagery.");
    }
    imagery[at(row, col)] = (short) set;
  }

  /** The place of a cell's imagery in the list of imagery sets; 0 is none. */
  public int imagerySet(int row, int col) {
    return contains(row, col) ? imagery[at(row, col)] & 0xFFFF : 0;
  }

  /** What the cell is: outside, scored, unclassified or unscored. */
  public CellState state(int row, int col) {
    if (!contains(row, col) || state[at(row, col)] == OUTSIDE) {
      return CellState.OUTSIDE;
    }
    int at = at(row, col);
    if (state[at] != ANSWERED) {
      return CellState.UNSCORED;
    }
    return landCover[at] == 0 ? CellState.UNCLASSIFIED : CellState.SCORED;
  }

  /** The class id of a scored cell, else 0. */
  public int classId(int row, int col) {
    return contains(row, col) ? landCover[at(row, col)] : 0;
  }

  /** The confidence in percent of an answered cell, else 0; unclassified cells have one too. */
  public int confidence(int row, int col) {
    return contains(row, col) ? confidence[at(row, col)] : 0;
  }

  /** Why a cell is unscored; empty for all others. */
  public Optional<UnscoredReason> reason(int row, int col) {
    if (state(row, col) != CellState.UNSCORED) {
      return Optional.empty();
    }
    return Optional.of(UnscoredReason.values()[state[at(row, col)] - REASON]);
  }

  /** Whether the rectangle holds a cell. */
  public boolean contains(int row, int col) {
    return row >= minRow && row < minRow + rows && col >= minCol && col < minCol + cols;
  }

  private int at(int row, int col) {
    if (!contains(row, col)) {
      throw new IndexOutOfBoundsException("cell " + row + "/" + col + " is outside the map");
    }
    return (row - minRow) * cols + (col - minCol);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof LandCoverMap m
        && minRow == m.minRow
        && minCol == m.minCol
        && rows == m.rows
        && cols == m.cols
        && Arrays.equals(state, m.state)
        && Arrays.equals(landCover, m.landCover)
        && Arrays.equals(confidence, m.confidence)
        && Arrays.equals(imagery, m.imagery);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new int[] {minRow, minCol, Arrays.hashCode(landCover)});
  }
}
