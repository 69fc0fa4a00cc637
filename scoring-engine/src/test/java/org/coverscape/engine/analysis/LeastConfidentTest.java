package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

class LeastConfidentTest {
  private static final ChipGrid GRID = ChipGrid.of(TestMaps.ZONE);
  private static final int ROW = 16_500;
  private static final int COL = 3_100;

  private static Region region(int rows, int cols) {
    Envelope ground = GRID.cell(ROW, COL);
    ground.expandToInclude(GRID.cell(ROW + rows - 1, COL + cols - 1));
    ground.expandBy(-1);
    return new Region(new GeometryFactory().toGeometry(ground), TestMaps.ZONE.crs());
  }

  /** A picture of digits, class ids, the north on top; a dot is unscored, 0 is unclassified. */
  private static MappedRegion mapped(int[][] confidence, String... rows) {
    LandCoverMap map = new LandCoverMap(ROW, COL, rows.length, rows[0].length());
    for (int r = 0; r < rows.length; r++) {
      for (int c = 0; c < rows[r].length(); c++) {
        int row = ROW + rows.length - 1 - r;
        char cell = rows[r].charAt(c);
        if (cell == '.') {
          map.setUnscored(row, COL + c, UnscoredReason.NODATA);
        } else {
          map.setScored(row, COL + c, cell - '0', confidence[r][c]);
        }
      }
    }
    return TestMaps.mapped(region(rows.length, rows[0].length()), GRID, map, false);
  }

  @Test
  void ordersPatchesByTheirMeanConfidence() {
    int[][] confidence = {{90, 20, 50}, {70, 30, 40}, {10, 60, 60}};
    List<UnsurePatch> patches = LeastConfident.of(mapped(confidence, "112", "1.2", "031"));
    assertEquals(
        List.of(45.0, 60.0, 60.0, 60.0), patches.stream().map(UnsurePatch::confidence).toList());
    UnsurePatch least = patches.get(0);
    assertEquals(LandCoverClass.ALL.get(1), least.landCover());
    assertEquals(
        List.of(
            ChipIndex.of(TestMaps.ZONE, ROW + 2, COL + 2),
            ChipIndex.of(TestMaps.ZONE, ROW + 1, COL + 2)),
        least.cells());
    Envelope extent = GRID.cell(ROW + 2, COL + 2);
    extent.expandToInclude(GRID.cell(ROW + 1, COL + 2));
    assertEquals(extent, least.extent());
    assertEquals(3, patches.get(1).cells().size());
    assertEquals(1, patches.get(2).cells().size());
    assertEquals(LandCoverClass.ALL.get(2), patches.get(2).landCover());
  }

  /** Corners do not join cells; every patch is whole and of one class. */
  @Test
  void patchesAreWholeAndFewEnough() {
    MappedRegion mapped = TestMaps.random(region(90, 110), GRID, 3);
    List<UnsurePatch> patches = LeastConfident.of(mapped);
    assertEquals(LeastConfident.MOST, patches.size());
    Set<ChipIndex> seen = new HashSet<>();
    double before = 0;
    for (UnsurePatch patch : patches) {
      assertTrue(patch.confidence() >= before);
      before = patch.confidence();
      int classId = LandCoverClass.ALL.indexOf(patch.landCover()) + 1;
      Set<ChipIndex> own = new HashSet<>(patch.cells());
      for (ChipIndex cell : patch.cells()) {
        assertTrue(seen.add(cell), "a cell in two patches");
        assertEquals(classId, mapped.map().classId(cell.row(), cell.col()));
        for (int[] step : new int[][] {{0, 1}, {1, 0}, {0, -1}, {-1, 0}}) {
          ChipIndex next = GRID.index(cell.row() + step[0], cell.col() + step[1]);
          assertEquals(mapped.map().classId(next.row(), next.col()) == classId, own.contains(next));
        }
      }
    }
  }

  @Test
  void aMapWithoutAnswersHasNone() {
    assertEquals(List.of(), LeastConfident.of(mapped(new int[1][2], "..")));
  }
}
