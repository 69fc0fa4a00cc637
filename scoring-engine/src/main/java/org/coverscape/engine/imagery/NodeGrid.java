package org.coverscape.engine.imagery;

import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.PixelWindow;

/**
 * Where pixels of the grid lie in an image: exact at nodes {@value #STEP} pixels apart, linear in
 * between.
 *
 * <p>Nodes are whole multiples of the step on the ground, so that a pixel's place does not depend
 * on the part it is asked for with. Map projections bend so little over a step that the error stays
 * far under 0.05 pixel: convergence changes by about 1.6e-7 per metre, which over 56 m makes 6e-5.
 */
final class NodeGrid {
  /** Pixels of the grid between two nodes. */
  static final int STEP = 56;

  private final int firstCol;
  private final int firstRow;
  private final int cols;
  private final int rows;
  private final double[] positions;

  /**
   * Computes the nodes around a part of the grid.
   *
   * @param gsd size of the grid's pixels in metres
   * @param toImage from the grid's system to the image's
   */
  NodeGrid(PixelWindow part, double gsd, CoordinateTransform toImage, PixelGrid image) {
    firstCol = Math.floorDiv(part.x(), STEP);
    firstRow = Math.floorDiv(part.y(), STEP);
    cols = Math.floorDiv(part.endX() - 1, STEP) + 2 - firstCol;
    rows = Math.floorDiv(part.endY() - 1, STEP) + 2 - firstRow;
    positions = new double[2 * cols * rows];
    for (int i = 0; i < cols * rows; i++) {
      positions[2 * i] = (firstCol + i % cols) * STEP * gsd;
      positions[2 * i + 1] = -(firstRow + i / cols) * STEP * gsd;
    }
    transform(toImage);
    for (int i = 0; i < positions.length; i += 2) {
      double x = positions[i];
      double y = positions[i + 1];
      positions[i] = image.col(x, y);
      positions[i + 1] = image.row(x, y);
    }
  }

  /** A node without a place in the image's system is not a number, and nothing is painted by it. */
  private void transform(CoordinateTransform toImage) {
    double[] node = new double[2];
    for (int i = 0; i < positions.length; i += 2) {
      node[0] = positions[i];
      node[1] = positions[i + 1];
      try {
        toImage.transform(node, 1);
      } catch (IllegalArgumentException e) {
        node[0] = Double.NaN;
        node[1] = Double.NaN;
      }
      positions[i] = node[0];
      positions[i + 1] = node[1];
    }
  }

  /** Least and greatest column, least and greatest row of the image among the nodes. */
  double[] bounds() {
    double[] bounds = {
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (int i = 0; i < positions.length; i++) {
      int at = i % 2 * 2;
      bounds[at] = positions[i] < bounds[at] ? positions[i] : bounds[at];
      bounds[at + 1] = positions[i] > bounds[at + 1] ? positions[i] : bounds[at + 1];
    }
    return bounds;
  }

  /** The places of the centres of a row's pixels, one after the other: column, row. */
  void row(int v, int fromCol, int count, double[] out) {
    int k = Math.floorDiv(v, STEP) - firstRow;
    double down = (v - (k + firstRow) * STEP + 0.5) / STEP;
    int i = 0;
    while (i < count) {
      int c = Math.floorDiv(fromCol + i, STEP);
      int upper = 2 * (k * cols + c - firstCol);
      int lower = upper + 2 * cols;
      double left = mix(upper, lower, down);
      double right = mix(upper + 2, lower + 2, down);
      double leftRow = mix(upper + 1, lower + 1, down);
      double rightRow = mix(upper + 3, lower + 3, down);
      for (int end = Math.min(count, (c + 1) * STEP - fromCol); i < end; i++) {
        double along = (fromCol + i - c * STEP + 0.5) / STEP;
        out[2 * i] = mix(left, right, along);
        out[2 * i + 1] = mix(leftRow, rightRow, along);
      }
    }
  }

  private double mix(int one, int other, double part) {
    return mix(positions[one], positions[other], part);
  }

  private static double mix(double one, double other, double part) {
    return one + (other - one) * part;
  }
}
