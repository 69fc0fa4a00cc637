package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.coverscape.engine.analysis.LiveAreas;
import org.coverscape.engine.analysis.RegionAreas;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.landcover.ChipOutcome;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.UnscoredReason;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.junit.jupiter.api.Test;

class LegendModelTest {
  private final LegendModel legend = new LegendModel();

  private static BigDecimal number(String printed) {
    return new BigDecimal(printed.replace(",", ""));
  }

  private BigDecimal printedSum() {
    return legend.rows().stream()
        .map(row -> number(row.hectaresProperty().get()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static ChipOutcome outcome(ChipGrid grid, int row, int col, Random random) {
    int kind = random.nextInt(9);
    if (kind > 6) {
      UnscoredReason reason = UnscoredReason.values()[random.nextInt(4)];
      return new ChipOutcome.Unscored(grid.index(row, col), List.of(), reason, "");
    }
    float[] scores = new float[6];
    if (kind < 6) {
      scores[kind] = 0.8f;
    }
    return new ChipOutcome.Scored(grid.index(row, col), List.of(), ClassScores.of(scores), "s:1");
  }

  @Test
  void printedLinesAddUpToThePrintedRegionAtEveryMoment() {
    Random random = new Random(4);
    for (int round = 0; round < 40; round++) {
      double size = 0.002 * Math.exp(3.2 * random.nextDouble());
      double west = -98.9 + 0.01 * random.nextDouble();
      Region region = Region.ofDegrees(west, 39.9, west + size, 39.9 + size * 0.7);
      ChipGrid grid = ChipGrid.of(new UtmZone(14, true));
      LiveAreas areas = new LiveAreas(RegionAreas.of(region, grid));
      RegionCover.of(region, grid)
          .forEach(
              block ->
                  block
                      .cells()
                      .forEach(
                          cell -> {
                            if (random.nextInt(3) > 0) {
                              areas.add(outcome(grid, cell.row(), cell.col(), random));
                            }
                          }));
      legend.show(areas.snapshot());
      BigDecimal region100 = number(legend.region().hectaresProperty().get());
      assertEquals(0, region100.compareTo(printedSum()), region100 + " and " + printedSum());
      assertTrue(region100.signum() > 0);
    }
  }

  @Test
  void percentIsToldOfTheRegionAndOfTheClassifiedGround() {
    ChipGrid grid = ChipGrid.of(TiffFixtures.ZONE);
    Region region = Office.ground(4);
    LiveAreas areas = new LiveAreas(RegionAreas.of(region, grid));
    int row = (int) (TiffFixtures.NORTH / 224) - 1;
    int col = (int) (TiffFixtures.WEST / 224);
    for (int i = 0; i < 2; i++) {
      float[] scores = new float[6];
      scores[3] = 0.9f;
      areas.add(
          new ChipOutcome.Scored(
              grid.index(row, col + i), List.of(), ClassScores.of(scores), "s:1"));
    }
    areas.add(
        new ChipOutcome.Unscored(grid.index(row, col + 2), List.of(), UnscoredReason.SERVICE, ""));
    legend.show(areas.snapshot());
    LegendRow forested = legend.rows().get(3);
    assertEquals("forested", forested.label());
    assertEquals("100.0 %", forested.ofClassifiedProperty().get());
    assertTrue(forested.ofRegionProperty().get().startsWith("12."), "two of sixteen cells");
    assertTrue(forested.explanationProperty().get().contains("2 cells"));
    assertTrue(forested.explanationProperty().get().contains("Mean confidence 90 %"));
    LegendRow unscored = legend.rows().get(7);
    assertEquals("", unscored.ofClassifiedProperty().get());
    assertTrue(unscored.explanationProperty().get().contains("no service answered: "));
    assertTrue(legend.rows().get(8).explanationProperty().get().contains("13 cells"));
    legend.show(null);
    assertEquals("", legend.region().hectaresProperty().get());
  }

  @Test
  void smallRegionsHaveFinerLines() {
    Region region = new Region(Office.ground(1).geometry(), TiffFixtures.ZONE.crs());
    assertEquals(Crs.ofEpsg(26914).name(), region.crs().name());
    legend.show(new LiveAreas(RegionAreas.of(region, ChipGrid.of(TiffFixtures.ZONE))).snapshot());
    assertTrue(legend.region().hectaresProperty().get().matches("\\d\\d\\.\\d"));
  }
}
