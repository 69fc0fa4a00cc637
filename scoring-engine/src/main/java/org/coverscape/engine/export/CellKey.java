package org.coverscape.engine.export;

/** What makes cells belong together. */
@FunctionalInterface
interface CellKey {
  /** The same number for cells of one kind; 0 for cells that are left out. */
  int of(int row, int col);
}
