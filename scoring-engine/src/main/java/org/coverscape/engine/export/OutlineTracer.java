package org.coverscape.engine.export;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Walks around patches of cells, keeping the patch on the left.
 *
 * <p>Where two cells of a patch touch at a corner only, the walk turns right, from one to the
 * other: as the patch hangs together elsewhere, this parts its outer ring from the hole it
 * encloses, so that rings touch at points but never themselves, as the OGC's rules want it. Not
 * thread-safe.
 */
final class OutlineTracer {
  private static final int EAST = 0;
  private static final int[] DX = {1, 0, -1, 0};
  private static final int[] DY = {0, 1, 0, -1};

  /** The cell ahead on the left of a corner, as an offset in columns and rows, by direction. */
  private static final int[] LEFT_COL = {0, -1, -1, 0};

  private static final int[] LEFT_ROW = {0, 0, -1, -1};

  private final PatchLabels labels;
  private final double cellSize;
  private final GeometryFactory factory = new GeometryFactory();
  private final BitSet walkedSouthSides = new BitSet();

  OutlineTracer(PatchLabels labels, double cellSize) {
    this.labels = labels;
    this.cellSize = cellSize;
  }

  /** The outline of a patch; each of its rings has a side that runs east below a cell. */
  Polygon trace(CellList cells, int label) {
    List<LinearRing> holes = new ArrayList<>();
    LinearRing shell = factory.createLinearRing();
    for (int i = 0; i < cells.size(); i++) {
      int row = cells.row(i);
      int col = cells.col(i);
      if (labels.at(row - 1, col) != label && !walkedSouthSides.get(labels.index(row, col))) {
        Coordinate[] ring = walk(row, col, label);
        if (Area.ofRingSigned(ring) < 0) {
          shell = factory.createLinearRing(ring); // anticlockwise, JTS counts it negative
        } else {
          holes.add(factory.createLinearRing(ring));
        }
      }
    }
    return factory.createPolygon(shell, holes.toArray(LinearRing[]::new));
  }

  private Coordinate[] walk(int row, int col, int label) {
    List<Coordinate> corners = new ArrayList<>();
    int x = col;
    int y = row;
    int direction = EAST;
    do {
      if (direction == EAST) {
        walkedSouthSides.set(labels.index(y, x));
      }
      x += DX[direction];
      y += DY[direction];
      int next = turn(x, y, direction, label);
      if (next != direction) {
        corners.add(new Coordinate(x * cellSize, y * cellSize));
      }
      direction = next;
    } while (x != col || y != row || direction != EAST);
    corners.add(corners.get(0).copy());
    return corners.toArray(Coordinate[]::new);
  }

  private int turn(int x, int y, int direction, int label) {
    int right = (direction + 3) % 4;
    if (holds(x, y, right, label)) {
      return right;
    }
    return holds(x, y, direction, label) ? direction : (direction + 1) % 4;
  }

  /** Whether the cell that would lie on the left of the next side is in the patch. */
  private boolean holds(int x, int y, int direction, int label) {
    return labels.at(y + LEFT_ROW[direction], x + LEFT_COL[direction]) == label;
  }
}
