package org.coverscape.engine.export;

import java.util.Arrays;

/** A list of cells that grows, eight bytes a cell. Not thread-safe. */
final class CellList {
  private static final int FIRST = 16;

  private int[] rows = new int[FIRST];
  private int[] cols = new int[FIRST];
  private int size;

  void add(int row, int col) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, 2 * size);
      cols = Arrays.copyOf(cols, 2 * size);
    }
    rows[size] = row;
    cols[size++] = col;
  }

  int size() {
    return size;
  }

  int row(int i) {
    return rows[i];
  }

  int col(int i) {
    return cols[i];
  }
}
