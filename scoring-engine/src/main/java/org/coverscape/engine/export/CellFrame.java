package org.coverscape.engine.export;

import java.util.Arrays;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;

/**
 * One pixel for each cell: the smallest rectangle of whole cells around the region.
 *
 * @param cells the cells
 */
record CellFrame(CoveredCells cells) implements RasterFrame {
  @Override
  public int width() {
    return cells.cols();
  }

  @Override
  public int height() {
    return cells.rows();
  }

  @Override
  public PixelGrid grid() {
    double size = cells.mapped().grid().cellSize();
    return PixelGrid.northUp(cells.minCol() * size, (cells.maxRow() + 1) * size, size, size);
  }

  @Override
  public Crs crs() {
    return cells.mapped().grid().crs();
  }

  @Override
  public void locate(int y, int[] rows, int[] cols) {
    Arrays.fill(rows, cells.maxRow() - y);
    Arrays.setAll(cols, x -> cells.minCol() + x);
  }
}
