package org.coverscape.engine.store;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * The cells that have an answer already: one bit for each column of each row that has any.
 * Immutable once it is handed out, and thread-safe.
 */
public final class ScoredCells {
  private final Map<Integer, BitSet> rows = new HashMap<>();
  private final int minCol;
  private long count;

  /** An empty set of cells whose columns begin at {@code minCol}. */
  ScoredCells(int minCol) {
    this.minCol = minCol;
  }

  void add(int row, int col) {
    BitSet cols = rows.computeIfAbsent(row, r -> new BitSet());
    if (!cols.get(col - minCol)) {
      cols.set(col - minCol);
      count++;
    }
  }

  /** Whether a cell is one of them. */
  public boolean contains(int row, int col) {
    BitSet cols = rows.get(row);
    return cols != null && col >= minCol && cols.get(col - minCol);
  }

  /** The number of cells. */
  public long count() {
    return count;
  }
}
