package org.coverscape.engine.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nine points on a made-up NLCD whose codes change from cell to cell. */
class ReferenceLabelsTest {
  private static final ChipGrid GRID = ChipGrid.of(TiffFixtures.ZONE);
  private static final int ROW = 19_697;
  private static final int COL = 2250;

  /** Column by column: forest of two kinds, crops, water, a mix, an unknown code, nothing. */
  private static final int[] CODES = {41, 82, 11, 52, 77, 0};

  @TempDir Path folder;

  private static Ground codes() {
    return (x, y) -> {
      int col = (int) Math.floor(x / 224) - COL;
      int code = col < 0 || col >= CODES.length ? 24 : CODES[col];
      boolean south = Math.floorMod((long) y, 224L) < 100;
      int here = code == 41 && south ? 43 : code == 52 && south ? 71 : code;
      return Ground.rgbn(here, 0, 0, 0);
    };
  }

  /** Reaches three cells beyond on each side, so that Albers, which is turned here, covers all. */
  private Path raster(Crs crs, double pixel) throws IOException {
    Scene scene =
        Scene.utm(
                "codes",
                TiffFixtures.ZONE,
                (COL - 3) * 224,
                (ROW + 4) * 224,
                4,
                12 * 56,
                7 * 56,
                codes())
            .withBands(1);
    return (crs.equals(scene.crs()) ? scene : scene.in(crs, pixel)).writeTo(folder);
  }

  private static List<RegionCell> cells(int from, int to) {
    return IntStream.range(from, to).mapToObj(col -> new RegionCell(ROW, col, null)).toList();
  }

  private static String states(List<CellLabel> labels) {
    return labels.stream()
        .map(l -> l.state() == CellLabel.State.AGREED ? Targets.label(l.target()) : l.state() + "")
        .collect(Collectors.joining(" "));
  }

  @Test
  void aCellIsOfAClassWhenItsNinePointsAre() throws IOException {
    try (ReferenceLabels labels =
        ReferenceLabels.open(raster(TiffFixtures.ZONE.crs(), 4), Crosswalk.nlcd())) {
      List<CellLabel> found = labels.of(GRID, cells(COL, COL + 6));
      assertEquals("forested cultivated none MIXED UNKNOWN SILENT", states(found));
      assertEquals(List.of(41, 41, 41, 41, 41, 41, 43, 43, 43), found.get(0).codes());
      assertEquals(List.of("77"), labels.unknown());
    }
  }

  @Test
  void albersIsLookedUpPointByPoint() throws IOException {
    try (ReferenceLabels labels =
        ReferenceLabels.open(raster(Crs.ofEpsg(5070), 30), Crosswalk.nlcd())) {
      assertEquals(
          "forested cultivated none MIXED UNKNOWN SILENT",
          states(labels.of(GRID, cells(COL, COL + 6))));
    }
  }

  @Test
  void beyondTheRasterNothingIsSaid() throws IOException {
    try (ReferenceLabels labels =
        ReferenceLabels.open(raster(TiffFixtures.ZONE.crs(), 4), Crosswalk.nlcd())) {
      List<CellLabel> found = labels.of(GRID, cells(COL - 5, COL - 1));
      assertEquals("SILENT SILENT developed developed", states(found));
      assertEquals("SILENT", states(labels.of(GRID, cells(COL + 900, COL + 901))));
    }
  }

  @Test
  void aCrosswalkOfOnesOwnDecides() throws IOException {
    Path table = Files.writeString(folder.resolve("own.csv"), "code,class\n77,barren\n0,none\n");
    try (ReferenceLabels labels =
        ReferenceLabels.open(raster(TiffFixtures.ZONE.crs(), 4), Crosswalk.read(table))) {
      List<CellLabel> found = labels.of(GRID, cells(COL, COL + 6));
      assertEquals("UNKNOWN UNKNOWN UNKNOWN UNKNOWN barren none", states(found));
      assertEquals(LandCoverClass.BARREN.ordinal(), found.get(4).target());
    }
  }

  @Test
  void imageryIsNoReference() throws IOException {
    Path image = new TiffFixtures(folder).utm(Ground.noise(1));
    String said =
        assertThrows(IOException.class, () -> ReferenceLabels.open(image, Crosswalk.nlcd()).close())
                .getMessage()
            + "";
    assertTrue(said.contains("one band of 8 bits") && said.contains(".tif"), said);
  }
}
