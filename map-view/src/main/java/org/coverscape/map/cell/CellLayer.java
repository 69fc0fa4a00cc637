package org.coverscape.map.cell;

import org.coverscape.map.frame.Frame;
import org.coverscape.map.frame.FrameLayer;
import org.coverscape.map.frame.Painted;
import org.jspecify.annotations.Nullable;

/**
 * A layer of coloured cells in any projection, which may change while it is looked at. Edges of
 * cells are sharp, patterns are as fine at every zoom, new cells fade in. Painted on a thread of
 * its own at most some 25 times a second, and not at all while nothing changes.
 */
public final class CellLayer extends FrameLayer {
  private final CellRenderer renderer = new CellRenderer();
  private volatile @Nullable Cells cells;

  /** What is shown: where the cells lie and what they look like. */
  private record Cells(CellGrid grid, CellLooks looks) {}

  /** An empty layer. */
  public CellLayer(String name) {
    super(name, false);
  }

  /** Shows other cells; none if the grid is null. */
  public void setCells(@Nullable CellGrid grid, CellLooks looks) {
    cells = grid == null ? null : new Cells(grid, looks);
    invalidate();
  }

  /** Says that cells look different now; cheap, from any thread. */
  public void changed() {
    invalidate();
  }

  @Override
  protected boolean maySee(Frame frame) {
    return cells != null;
  }

  @Override
  protected Painted render(Frame frame, int[] argb) {
    Cells now = cells;
    return now == null
        ? Painted.BLANK
        : renderer.paint(now.grid(), now.looks(), frame, System.nanoTime(), argb);
  }
}
