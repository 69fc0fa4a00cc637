package org.coverscape.engine.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class ScanOrderTest {
  private static final ChipGrid GRID = ChipGrid.of(new UtmZone(11, true));
  private static final double X = 500_000;
  private static final double Y = 3_700_000;

  private static Geometry box(double width, double height) {
    return new GeometryFactory().toGeometry(new Envelope(X, X + width, Y, Y + height));
  }

  private static List<RegionCell> cells(Iterable<CoverBlock> blocks) {
    List<RegionCell> cells = new ArrayList<>();
    blocks.forEach(block -> cells.addAll(block.cells()));
    return cells;
  }

  /** The same cells with the very same parts, whatever the region and the point. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6})
  void takesEveryCellOnceAndAlike(int seed) {
    Random random = new Random(seed);
    Geometry ground =
        RegionCoverTest.blob(random, X, Y, 2_000 + 9_000 * random.nextDouble(), 30, 0)
            .union(RegionCoverTest.blob(random, X + 15_000, Y - 9_000, 3_000, 12, 7168));
    RegionCover cover = RegionCover.ofGround(ground, GRID);
    ScanOrder order =
        ScanOrder.from(
            X + 40_000 * (random.nextDouble() - 0.5), Y + 40_000 * (random.nextDouble() - 0.5));
    List<RegionCell> taken = cells(order.over(cover));
    assertEquals(new HashSet<>(cells(cover)), new HashSet<>(taken));
    assertEquals(cover.count(), taken.size());
    assertEquals(taken, cells(order.over(cover)), "every walk is the same");
  }

  @Test
  void beginsAtThePointAndSpreadsOverTheRegionBeforeItFillsIn() {
    RegionCover cover = RegionCover.ofGround(box(40_000, 30_000), GRID);
    List<RegionCell> cells = cells(ScanOrder.from(X + 21_000, Y + 14_000).over(cover));
    RegionCell first = cells.get(0);
    assertTrue(Math.abs(first.row() - GRID.rowAt(Y + 14_000)) < OutwardScan.NEAR_STEP);
    assertTrue(Math.abs(first.col() - GRID.colAt(X + 21_000)) < OutwardScan.NEAR_STEP);
    Set<String> squares = new HashSet<>();
    for (RegionCell cell : cells.subList(0, cells.size() / 32)) {
      squares.add(cell.row() / 16 + "/" + cell.col() / 16);
    }
    Set<String> all = new HashSet<>();
    cells.forEach(cell -> all.add(cell.row() / 16 + "/" + cell.col() / 16));
    assertTrue(squares.size() > 0.9 * all.size(), squares.size() + " of " + all.size());
  }

  /** After the first look, groups about the point come in rings, each group in one piece. */
  @Test
  void fillsInFromThePointOutwards() {
    RegionCover cover = RegionCover.ofGround(box(40_000, 30_000), GRID);
    int row = Math.floorDiv(GRID.rowAt(Y + 14_000), OutwardScan.GROUP);
    int col = Math.floorDiv(GRID.colAt(X + 21_000), OutwardScan.GROUP);
    int ring = 0;
    int near = 0;
    Map<Integer, Integer> blocksSeen = new HashMap<>();
    int rank = 0;
    for (CoverBlock block : ScanOrder.from(X + 21_000, Y + 14_000).over(cover)) {
      RegionCell one = block.cells().get(0);
      int r = Math.floorDiv(one.row(), OutwardScan.GROUP);
      int c = Math.floorDiv(one.col(), OutwardScan.GROUP);
      boolean group =
          block.cells().stream()
              .allMatch(
                  cell ->
                      Math.floorDiv(cell.row(), OutwardScan.GROUP) == r
                          && Math.floorDiv(cell.col(), OutwardScan.GROUP) == c);
      if (!group || block.cells().size() < 2) {
        continue;
      }
      int here = Math.max(Math.abs(r - row), Math.abs(c - col));
      if (here <= OutwardScan.NEAR) {
        assertTrue(here >= ring, "a nearer group came later");
        ring = here;
        near++;
        assertEquals(0, rank, "about the point comes before elsewhere");
      } else {
        blocksSeen.merge(Math.floorDiv(r, 4) * 10_000 + Math.floorDiv(c, 4), 1, Integer::sum);
        rank++;
      }
    }
    assertEquals(25, near);
    assertTrue(blocksSeen.values().stream().allMatch(groups -> groups <= 16));
  }

  @Test
  void aMillionCellsAreWalkedBlockByBlock() {
    RegionCover cover = RegionCover.ofGround(box(224_000 - 1, 224_000 - 1), GRID);
    long count = 0;
    int largest = 0;
    for (CoverBlock block : ScanOrder.from(X + 100_000, Y + 100_000).over(cover)) {
      count += block.cells().size();
      largest = Math.max(largest, block.cells().size());
    }
    assertEquals(cover.count(), count);
    assertTrue(count >= 1_000_000, "cells: " + count);
    assertTrue(largest <= 100, "cells in one piece: " + largest);
  }

  @Test
  void swathsAreTheCoverItself() {
    RegionCover cover = RegionCover.ofGround(box(9_000, 9_000), GRID);
    assertEquals(cells(cover), cells(ScanOrder.swaths().over(cover)));
    assertTrue(ScanOrder.swaths().isInReadingOrder());
    assertFalse(ScanOrder.from(X, Y).isInReadingOrder());
  }

  @Test
  void endsAndRefusesLikeAnyWalk() {
    Iterator<CoverBlock> walk =
        ScanOrder.from(X, Y).over(RegionCover.ofGround(box(100, 100), GRID)).iterator();
    while (walk.hasNext()) {
      walk.next();
    }
    assertThrows(NoSuchElementException.class, walk::next);
    assertThrows(IllegalArgumentException.class, () -> ScanOrder.from(Double.NaN, Y));
    assertThrows(IllegalArgumentException.class, () -> ScanOrder.from(X, Double.POSITIVE_INFINITY));
  }
}
