package org.coverscape.app.geo;

import java.util.Arrays;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.map.MapBox;
import org.coverscape.map.cell.CellGrid;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Where on the screen's map the cells of a chip grid lie. Immutable and thread-safe. */
public final class GridOnMap implements CellGrid {
  private final ChipGrid grid;
  private final CoordinateTransform toGrid;
  private final CoordinateTransform toMap;

  /** The cells of a grid. */
  public GridOnMap(ChipGrid grid) {
    this.grid = grid;
    toGrid = MapPlace.screen().to(grid.crs());
    toMap = grid.crs().to(MapPlace.screen());
  }

  /** The grid. */
  public ChipGrid grid() {
    return grid;
  }

  @Override
  public void toCells(double[] xy, int count) {
    try {
      toGrid.transform(xy, count);
    } catch (IllegalArgumentException e) {
      // far outside the zone there are no cells
      Arrays.fill(xy, 0, 2 * count, Double.NaN);
    }
    for (int i = 0; i < 2 * count; i++) {
      xy[i] /= grid.cellSize();
    }
  }

  /** The rectangle of the map that holds a cell's support. */
  public MapBox support(int row, int col) {
    return box(grid.support(row, col));
  }

  /** The rectangle of the map that holds a rectangle of the grid's metres. */
  public MapBox box(Envelope ground) {
    Envelope onMap =
        toMap.transform(new GeometryFactory().toGeometry(ground)).getEnvelopeInternal();
    return new MapBox(onMap.getMinX(), onMap.getMinY(), onMap.getMaxX(), onMap.getMaxY());
  }
}
