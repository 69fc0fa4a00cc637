package org.coverscape.engine.imagery.jpeg;

/**
 * A component of a frame, in samples of its own resolution.
 *
 * @param id by which scans name it
 * @param across blocks side by side in a unit of an interleaved scan
 * @param down blocks one below the other in such a unit
 * @param steps which of the tables of quantisation steps
 * @param width columns of samples that matter
 * @param height rows of samples that matter
 * @param stride columns with those that fill up the last units
 * @param rows rows with those that fill up the last units
 */
record Component(
    int id, int across, int down, int steps, int width, int height, int stride, int rows) {
  /** Columns of blocks that hold samples that matter. */
  int blocksAcross() {
    return (width + 7) / 8;
  }

  /** Rows of blocks that hold samples that matter. */
  int blocksDown() {
    return (height + 7) / 8;
  }
}
