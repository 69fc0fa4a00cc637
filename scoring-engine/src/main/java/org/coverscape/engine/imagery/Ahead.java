package org.coverscape.engine.imagery;

/**
 * What of the grid is painted after a canvas, so that what is not needed any more can be let go of.
 *
 * @param advance rows from the canvas to the next one to the south
 * @param next column where the next canvas of the same row begins; the largest number behind the
 *     last
 */
record Ahead(int advance, int next) {
  /** Whether no more of the row is to come. */
  boolean isRowDone() {
    return next == Integer.MAX_VALUE;
  }
}
