package org.coverscape.engine.imagery.jpeg;

/** The order in which the 64 coefficients of a block are stored (ITU-T T.81, figure A.6). */
final class ZigZag {
  /** Index of a coefficient in its block, row by row, by its place in the stream. */
  static final int[] INDEX = order();

  private ZigZag() {}

  private static int[] order() {
    int[] order = new int[64];
    int next = 0;
    for (int diagonal = 0; diagonal < 15; diagonal++) {
      for (int i = 0; i <= diagonal; i++) {
        int row = diagonal % 2 == 0 ? diagonal - i : i;
        int column = diagonal - row;
        if (row < 8 && column < 8) {
          order[next++] = 8 * row + column;
        }
      }
    }
    return order;
  }
}
