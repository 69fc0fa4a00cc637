package org.coverscape.engine.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;

class LiveAreasTest {
  private static final ChipGrid GRID = ChipGrid.of(TestMaps.ZONE);

  /** Several kilometres with a hole, across the lines of the grid. */
  private final Region region =
      TestMaps.utm(
          "POLYGON ((700123 3700321, 709876 3700999, 708321 3709876, 700999 3708123, 700123"
              + " 3700321), (703000 3703000, 704111 3703050, 703900 3704200, 703000 3703000))");

  private final RegionAreas areas = RegionAreas.of(region, GRID);
  private final LiveAreas live = new LiveAreas(areas);

  private static ChipOutcome outcome(RegionCell cell, Random random) {
    ChipIndex index = GRID.index(cell.row(), cell.col());
    int dice = random.nextInt(8);
    if (dice == 0) {
      UnscoredReason[] reasons = UnscoredReason.values();
      return new ChipOutcome.Unscored(
          index, List.of(), reasons[random.nextInt(reasons.length)], "");
    }
    float[] scores = new float[6];
    if (dice > 1) {
      scores[random.nextInt(6)] = 0.5f + random.nextFloat() / 2;
    }
    return new ChipOutcome.Scored(index, List.of(), ClassScores.of(scores), "a:1");
  }

  private List<RegionCell> cells() {
    List<RegionCell> cells = new ArrayList<>();
    for (CoverBlock block : areas.cover()) {
      cells.addAll(block.cells());
    }
    return cells;
  }

  private void assertWhole() {
    LiveAreas.Snapshot now = live.snapshot();
    double sum = now.report().summedSquareMetres() + now.pendingSquareMetres();
    assertEquals(areas.regionSquareMetres(), sum, 1e-6 * areas.regionSquareMetres());
    assertEquals(areas.cells(), now.report().region().cells() + now.pendingCells());
  }

  @Test
  void allGroundIsPendingAtFirst() {
    assertEquals(areas.coveredSquareMetres(), live.pendingSquareMetres());
    assertEquals(0, live.report().summedSquareMetres());
    assertEquals(0, live.report().unscoredTotal().cells());
    assertEquals(areas.regionSquareMetres(), live.report().regionSquareMetres());
    assertWhole();
  }

  /** In any order, and with cells that end twice, it comes to what is measured at the end. */
  @Test
  void endsAtTheReportOfTheWholeMap() {
    Random random = new Random(5);
    LandCoverMap map = TestMaps.random(region, GRID, 1).map();
    List<RegionCell> cells = cells();
    Collections.shuffle(cells, random);
    int number = 0;
    for (RegionCell cell : cells) {
      for (int again = random.nextInt(3); again >= 0; again--) {
        ChipOutcome outcome = outcome(cell, random);
        live.add(outcome);
        if (outcome instanceof ChipOutcome.Scored scored) {
          map.setScored(cell.row(), cell.col(), scored.scores());
        } else if (outcome instanceof ChipOutcome.Unscored unscored) {
          map.setUnscored(cell.row(), cell.col(), unscored.reason());
        }
      }
      if (++number % 97 == 0) {
        assertWhole();
      }
    }
    assertWhole();
    assertEquals(0, live.pendingSquareMetres());
    MappedRegion mapped = TestMaps.mapped(region.in(GRID.crs()), GRID, map, false);
    assertSame(AreaReport.of(mapped), live.report());
  }

  private static void assertSame(AreaReport expected, AreaReport actual) {
    assertEquals(expected.regionSquareMetres(), actual.regionSquareMetres());
    LandCoverClass.ALL.forEach(c -> assertSame(expected.of(c), actual.of(c)));
    for (UnscoredReason reason : UnscoredReason.values()) {
      assertSame(expected.of(reason), actual.of(reason));
    }
    assertSame(expected.unclassified(), actual.unclassified());
  }

  private static void assertSame(GroundShare expected, GroundShare actual) {
    assertTrue(expected.cells() > 0);
    assertEquals(expected.cells(), actual.cells());
    assertEquals(expected.squareMetres(), actual.squareMetres(), 1e-6 * expected.squareMetres());
    assertEquals(expected.confidence().orElse(-1), actual.confidence().orElse(-1), 1e-6 * 100);
  }

  @Test
  void cellsOfOtherGroundCountNothing() {
    ChipOutcome outside =
        new ChipOutcome.Unscored(
            GRID.index(areas.cover().minRow() - 1, areas.cover().minCol() - 70),
            List.of(),
            UnscoredReason.NODATA,
            "");
    live.add(outside);
    assertEquals(areas.cells(), live.snapshot().pendingCells());
    assertEquals(0, areas.squareMetres(outside.index().row(), outside.index().col()));
  }

  @Test
  void manyThreadsMayAdd() {
    List<RegionCell> cells = cells();
    IntStream.range(0, 4 * cells.size())
        .parallel()
        .forEach(i -> live.add(outcome(cells.get(i % cells.size()), new Random(i % 1000))));
    assertEquals(0, live.snapshot().pendingCells());
    assertWhole();
  }
}
