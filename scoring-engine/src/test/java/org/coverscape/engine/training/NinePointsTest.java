package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class NinePointsTest {
  @ParameterizedTest
  @CsvSource({"19700, 2250, 224", "-3, -1, 224", "0, 0, 56"})
  void areTheMiddlesOfTheNinthsOfACell(int row, int col, int stride) {
    ChipGrid grid = new ChipGrid(new UtmZone(14, true), 1, stride);
    double[] xy = new double[2 * NinePoints.COUNT + 2];
    NinePoints.of(grid, row, col, xy, 1);
    Envelope cell = grid.cell(row, col);
    double sixth = cell.getWidth() / 6;
    assertEquals(cell.getMinX() + sixth, xy[2], 1e-6);
    assertEquals(cell.getMaxY() - sixth, xy[3], 1e-6);
    assertEquals(cell.centre().x, xy[10], 1e-6);
    assertEquals(cell.centre().y, xy[11], 1e-6);
    assertEquals(cell.getMaxX() - sixth, xy[18], 1e-6);
    assertEquals(cell.getMinY() + sixth, xy[19], 1e-6);
    cell.expandBy(-sixth + 1e-6);
    for (int i = 1; i <= NinePoints.COUNT; i++) {
      assertTrue(cell.contains(xy[2 * i], xy[2 * i + 1]), "point " + i);
    }
  }
}
