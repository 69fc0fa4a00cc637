package org.coverscape.map.cell;

import org.coverscape.map.frame.Frame;

/**
 * The places of a frame in the grid of cells, known exactly on a coarse lattice and interpolated in
 * between. Reprojecting every pixel would take seconds; within {@link #STEP} pixels any projection
 * is straight to a small part of a pixel.
 */
final class CellLattice {
  /** Pixels between nodes. */
  static final int STEP = 16;

  private final Frame frame;
  private final CellGrid grid;
  private final int nodesAcross;
  private final double[] nodes;

  /** Asks the grid once, for all nodes. */
  CellLattice(CellGrid grid, Frame frame) {
    this.frame = frame;
    this.grid = grid;
    nodesAcross = blocks(frame.width()) + 1;
    int nodesDown = blocks(frame.height()) + 1;
    nodes = new double[2 * nodesAcross * nodesDown];
    int at = 0;
    for (int j = 0; j < nodesDown; j++) {
      for (int i = 0; i < nodesAcross; i++) {
        nodes[at++] = frame.mapX(i * (double) STEP);
        nodes[at++] = frame.mapY(j * (double) STEP);
      }
    }
    grid.toCells(nodes, nodes.length / 2);
  }

  /** Whether it was made for a grid and a frame. */
  boolean isFor(CellGrid otherGrid, Frame otherFrame) {
    return grid == otherGrid && frame.equals(otherFrame);
  }

  /** How many blocks of pixels lie side by side. */
  int blocksAcross() {
    return nodesAcross - 1;
  }

  /**
   * The column (part 0) or row (part 1) of cells at the western edge of a block, in the middle of a
   * row of pixels; the block after the last gives the eastern edge of the last.
   */
  double edge(int block, int pixelRow, int part) {
    int j = pixelRow / STEP;
    double share = (pixelRow - j * STEP + 0.5) / STEP;
    int upper = 2 * (j * nodesAcross + block) + part;
    int lower = upper + 2 * nodesAcross;
    return nodes[upper] + (nodes[lower] - nodes[upper]) * share;
  }

  /** Pixels along a side of a cell in the middle of the frame; NaN outside the projection. */
  double cellPixels() {
    int block = blocksAcross() / 2;
    int row = frame.height() / 2;
    double columns = edge(block + 1, row, 0) - edge(block, row, 0);
    double rows = edge(block + 1, row, 1) - edge(block, row, 1);
    return STEP / Math.hypot(columns, rows);
  }

  private static int blocks(int pixels) {
    return (pixels + STEP - 1) / STEP;
  }
}
