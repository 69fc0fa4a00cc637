package org.coverscape.engine.assessment.accuracy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coverscape.engine.analysis.AreaReport;
import org.coverscape.engine.analysis.TestMaps;
import org.coverscape.engine.assessment.Categories;
import org.coverscape.engine.assessment.CellCategory;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.landcover.MappedRegion;
import org.junit.jupiter.api.Test;

class SampleDesignTest {
  private static final ChipGrid GRID = new ChipGrid(TestMaps.ZONE, 1, 56);
  private static final MappedRegion MAP = map(5);

  private static MappedRegion map(long seed) {
    return TestMaps.random(
        TestMaps.utm(
            "POLYGON ((500100 4400100, 502500 4400300, 502300 4402000, 500300 4401700, 500100 4400100))"),
        GRID,
        seed);
  }

  @Test
  void strataAreTheAnsweredGround() {
    SampleDesign design = SampleDesign.draw(MAP, 140, 9);
    AreaReport areas = AreaReport.of(MAP);
    double answered = areas.classified().hectares() + areas.unclassified().hectares();
    assertEquals(
        answered, design.strata().stream().mapToDouble(Stratum::hectares).sum(), 1e-6 * answered);
    assertEquals(Categories.all(), design.strata().stream().map(Stratum::category).toList());
    assertEquals(140, design.cells().size());
    assertEquals(140, design.strata().stream().mapToInt(Stratum::sampled).sum());
  }

  @Test
  void everyCellIsDrawnOnceFromItsStratum() {
    SampleDesign design = SampleDesign.draw(MAP, 140, 9);
    Set<List<Integer>> places = new HashSet<>();
    for (int i = 0; i < design.cells().size(); i++) {
      SampledCell cell = design.cells().get(i);
      assertEquals(i + 1, cell.id());
      assertTrue(places.add(List.of(cell.row(), cell.col())));
      assertEquals(CellCategory.of(MAP.map(), cell.row(), cell.col()), cell.category());
    }
  }

  @Test
  void theSeedDecidesAlone() {
    SampleDesign design = SampleDesign.draw(MAP, 140, 9);
    assertEquals(design, SampleDesign.draw(MAP, 140, 9));
    assertNotEquals(design.cells(), SampleDesign.draw(MAP, 140, 10).cells());
  }

  @Test
  void itBelongsToItsMapOnly() {
    SampleDesign design = SampleDesign.draw(MAP, 140, 9);
    assertTrue(design.isOf(MAP));
    assertFalse(design.isOf(map(6)));
  }

  @Test
  void groundDecidesHowOftenACellIsDrawn() {
    int runs = 4000;
    int half = 0;
    for (int seed = 0; seed < runs; seed++) {
      Draw draw = new Draw(seed, 1);
      draw.offer(1, 1, 0.5);
      draw.offer(1, 2, 1);
      draw.offer(2, 1, 1);
      half += draw.cells().get(0).col() == 1 && draw.cells().get(0).row() == 1 ? 1 : 0;
    }
    assertEquals(0.2, (double) half / runs, 0.02);
  }

  @Test
  void everyWholeCellHasTheSameChance() {
    int[] drawn = new int[20];
    for (int seed = 0; seed < 2000; seed++) {
      Draw draw = new Draw(seed, 5);
      for (int i = 0; i < drawn.length; i++) {
        draw.offer(7, i, 1);
      }
      assertEquals(5, draw.cells().size());
      draw.cells().forEach(cell -> drawn[cell.col()]++);
    }
    for (int count : drawn) {
      assertEquals(500, count, 90);
    }
  }
}
