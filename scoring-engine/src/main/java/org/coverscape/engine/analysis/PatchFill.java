package org.coverscape.engine.analysis;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.IntConsumer;
import org.coverscape.engine.landcover.LandCoverMap;

/**
 * Walks the patches of a map: cells of one class that meet at their edges. Cells are numbered row
 * by row from the north, each row from the west. Not thread-safe.
 */
final class PatchFill {
  private final LandCoverMap map;
  private final BitSet seen;
  private final Deque<Integer> open = new ArrayDeque<>();

  PatchFill(LandCoverMap map) {
    this.map = map;
    seen = new BitSet(cells());
  }

  int cells() {
    return map.rows() * map.cols();
  }

  int row(int cell) {
    return map.minRow() + map.rows() - 1 - cell / map.cols();
  }

  int col(int cell) {
    return map.minCol() + cell % map.cols();
  }

  int classId(int cell) {
    return map.classId(row(cell), col(cell));
  }

  int confidence(int cell) {
    return map.confidence(row(cell), col(cell));
  }

  /** Whether a cell has a class and was not walked over yet. */
  boolean isNew(int cell) {
    return classId(cell) > 0 && !seen.get(cell);
  }

  /** Forgets what was walked over. */
  void reset() {
    seen.clear();
  }

  /** Visits every cell of a new cell's patch once. */
  void walk(int cell, IntConsumer visit) {
    int classId = classId(cell);
    push(cell, classId);
    while (!open.isEmpty()) {
      int here = open.pop();
      visit.accept(here);
      int col = here % map.cols();
      if (col > 0) {
        push(here - 1, classId);
      }
      if (col < map.cols() - 1) {
        push(here + 1, classId);
      }
      if (here >= map.cols()) {
        push(here - map.cols(), classId);
      }
      if (here < cells() - map.cols()) {
        push(here + map.cols(), classId);
      }
    }
  }

  private void push(int cell, int classId) {
    if (!seen.get(cell) && classId(cell) == classId) {
      seen.set(cell);
      open.push(cell);
    }
  }
}
