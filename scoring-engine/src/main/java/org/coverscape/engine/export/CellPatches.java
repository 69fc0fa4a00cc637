package org.coverscape.engine.export;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The patches of cells of one kind that hang together by their sides, by their northernmost, then
 * westernmost cell. Each patch is found when it is asked for; every {@link #iterator} starts anew.
 */
final class CellPatches implements Iterable<CellPatch> {
  private static final int[] ROW_STEP = {1, 0, 0, -1};
  private static final int[] COL_STEP = {0, 1, -1, 0};

  private final CoveredCells covered;
  private final CellKey keys;

  CellPatches(CoveredCells covered, CellKey keys) {
    this.covered = covered;
    this.keys = keys;
  }

  @Override
  public Iterator<CellPatch> iterator() {
    return new Search();
  }

  private int key(int row, int col) {
    return covered.contains(row, col) ? keys.of(row, col) : 0;
  }

  private final class Search implements Iterator<CellPatch> {
    private final PatchLabels labels = new PatchLabels(covered);
    private final OutlineTracer tracer =
        new OutlineTracer(labels, covered.mapped().grid().cellSize());
    private int found;
    private int row = covered.maxRow();
    private int col = covered.minCol();
    private @Nullable CellPatch next = advance();

    private @Nullable CellPatch advance() {
      for (; row >= covered.minRow(); row--, col = covered.minCol()) {
        for (; col <= covered.maxCol(); col++) {
          int key = key(row, col);
          if (key != 0 && labels.at(row, col) == 0) {
            CellList cells = fill(key);
            return new CellPatch(key, cells, tracer.trace(cells, found));
          }
        }
      }
      return null;
    }

    /** Labels the patch that begins at the present cell. */
    private CellList fill(int key) {
      found++;
      CellList cells = new CellList();
      cells.add(row, col);
      labels.set(row, col, found);
      for (int i = 0; i < cells.size(); i++) {
        for (int side = 0; side < ROW_STEP.length; side++) {
          int r = cells.row(i) + ROW_STEP[side];
          int c = cells.col(i) + COL_STEP[side];
          if (key(r, c) == key && labels.at(r, c) == 0) {
            labels.set(r, c, found);
            cells.add(r, c);
          }
        }
      }
      return cells;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public CellPatch next() {
      CellPatch result = next;
      if (result == null) {
        throw new NoSuchElementException();
      }
      next = advance();
      return result;
    }
  }
}
