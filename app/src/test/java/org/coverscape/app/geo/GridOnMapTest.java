package org.coverscape.app.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class GridOnMapTest {
  private final ChipGrid grid = ChipGrid.of(TiffFixtures.ZONE);
  private final GridOnMap onMap = new GridOnMap(grid);

  @Test
  void theMiddleOfACellIsFoundAgain() {
    for (int row = 19_690; row < 19_700; row += 3) {
      for (int col = 2_240; col < 2_260; col += 4) {
        MapPoint middle = onMap.box(grid.cell(row, col)).centre();
        double[] ground = onMap.ground(middle);
        assertEquals(row, grid.rowAt(ground[1]));
        assertEquals(col, grid.colAt(ground[0]));
        double[] cells = {middle.x(), middle.y()};
        onMap.toCells(cells, 1);
        assertEquals(col + 0.5, cells[0], 0.01);
        assertEquals(row + 0.5, cells[1], 0.01);
      }
    }
  }

  @Test
  void theBoxOfACellHoldsItsCorners() {
    Envelope cell = grid.cell(19_699, 2_250);
    MapBox box = onMap.box(cell);
    double[] corner = {cell.getMaxX(), cell.getMaxY()};
    grid.crs().to(MapPlace.screen()).transform(corner, 1);
    assertTrue(box.padded(0.01).contains(new MapPoint(corner[0], corner[1])));
    assertTrue(onMap.support(19_699, 2_250).padded(0.01).contains(box));
  }

  @Test
  void farOutsideTheZoneThereAreNoCells() {
    MapPoint asia = MapPoint.ofDegrees(100, 10);
    double[] far = {asia.x(), asia.y()};
    onMap.toCells(far, 1);
    // the quarter of a meridian is 10,002 km
    boolean within = far[1] > -45_000 && far[1] < 45_000;
    assertTrue(Double.isNaN(far[1]) || !within, "row " + far[1]);
  }
}
