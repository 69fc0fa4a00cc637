package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.GeometryFactory;

class CellAreasTest {
  @ParameterizedTest
  @CsvSource({
    "11,true,1,224",
    "17,true,1,112",
    "12,true,0.6,56",
    "10,true,10,224",
    "20,false,1,224"
  })
  void everyCellIsMeasuredToOnePartInAHundredMillion(
      int zone, boolean north, double gsd, int stride) {
    ChipGrid grid = new ChipGrid(new UtmZone(zone, north), gsd, stride);
    CellAreas areas = new CellAreas(grid);
    GeodesicArea measure = GeodesicArea.in(grid.crs());
    Random random = new Random(zone);
    for (int i = 0; i < 300; i++) {
      int row = grid.rowAt(3_000_000 + random.nextInt(3_000_000));
      int col = grid.colAt(160_000 + random.nextInt(680_000));
      double exact = measure.of(new GeometryFactory().toGeometry(grid.cell(row, col)));
      assertEquals(exact, areas.of(row, col), exact * 1e-8, row + "/" + col);
    }
  }
}
