package org.coverscape.map.cell;

/** What the cells look like now. Asked on a worker thread, while others may change the cells. */
public interface CellLooks {
  /** Alpha, red, green and blue, 8 bits each, not premultiplied; 0 where there is no cell. */
  int argb(int row, int col);

  /** What the cell is filled with. */
  default CellPattern pattern(int row, int col) {
    return CellPattern.PLAIN;
  }

  /** When the cell appeared, by {@link System#nanoTime}; 0 if it was always there. */
  default long bornNanos(int row, int col) {
    return 0;
  }
}
