package org.coverscape.engine.export;

/** The number of the patch that each cell belongs to, four bytes a cell. Not thread-safe. */
final class PatchLabels {
  private final int minRow;
  private final int minCol;
  private final int rows;
  private final int cols;
  private final int[] labels;

  PatchLabels(CoveredCells cells) {
    minRow = cells.minRow();
    minCol = cells.minCol();
    rows = cells.rows();
    cols = cells.cols();
    labels = new int[Math.multiplyExact(rows, cols)];
  }

  /** The number of a cell's patch, 0 where there is none. */
  int at(int row, int col) {
    return contains(row, col) ? labels[index(row, col)] : 0;
  }

  void set(int row, int col, int label) {
    labels[index(row, col)] = label;
  }

  boolean contains(int row, int col) {
    return row >= minRow && row < minRow + rows && col >= minCol && col < minCol + cols;
  }

  /** The place of a cell in a list of all. */
  int index(int row, int col) {
    return (row - minRow) * cols + (col - minCol);
  }
}
