package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.chip.CoverBlock;
import org.coverscape.engine.chip.RegionCell;
import org.coverscape.engine.region.Crs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Images on other grids: averaging, other systems, turned images; and that cells are independent.
 */
class ResamplingTest {
  private static final int ROW = 17860;
  private static final int COL = 2235;
  private static final double WEST = COL * 224.0;
  private static final double NORTH = (ROW + 1) * 224.0;

  @TempDir Path folder;

  private ImageryTile tile(String name, TestTiff tiff) throws IOException {
    return Cut.tile(tiff.write(folder.resolve(name + ".tif")));
  }

  /** An image in another system whose colours follow waves on the ground of zone 11. */
  private ImageryTile waves(String name, Crs crs, boolean geographic, PixelGrid grid, int size)
      throws IOException {
    double[] places = new double[2 * size * size];
    for (int i = 0; i < size * size; i++) {
      int row = i / size;
      places[2 * i] = grid.x(i % size + 0.5, row + 0.5);
      places[2 * i + 1] = grid.y(i % size + 0.5, row + 0.5);
    }
    crs.to(Cut.GRID.crs()).transform(places, size * size);
    TestTiff.Painter painter =
        (x, y, b) -> wave(places[2 * (y * size + x)], places[2 * (y * size + x) + 1], b);
    TestTiff tiff =
        TestTiff.of(size, size, painter)
            .epsg(crs.epsg().orElseThrow(), geographic)
            .matrix(grid.a(), grid.b(), grid.x0(), grid.d(), grid.e(), grid.y0())
            .tiled(128)
            .deflate();
    return tile(name, tiff);
  }

  private static int wave(double x, double y, int band) {
    return TestTiff.waves(x - 0.5, y + 0.5, 1).at(0, 0, band);
  }

  private static double meanError(Chip chip) {
    double sum = 0;
    for (int i = 0; i < Chip.BYTES; i++) {
      int row = i / 3 / 224;
      int wanted = wave(WEST + i / 3 % 224 + 0.5, NORTH - row - 0.5, i % 3);
      sum += Math.abs(wanted - (chip.rgb()[i] & 255));
    }
    return sum / Chip.BYTES;
  }

  /** The place of a cell's middle in another system. */
  private static double[] middle(Crs crs) {
    double[] xy = {WEST + 112, NORTH - 112};
    Cut.GRID.crs().to(crs).transform(xy, 1);
    return xy;
  }

  @Test
  void otherSystemsAndTurnedImagesShowTheSameGround() throws Exception {
    for (int epsg : new int[] {26910, 26912, 3857, 4326}) {
      boolean geographic = epsg == 4326;
      Crs crs = Crs.ofEpsg(epsg);
      double size = geographic ? 8.983e-6 : epsg == 3857 ? 1.2 : 1;
      double[] at = middle(crs);
      PixelGrid grid = PixelGrid.northUp(at[0] - 210 * size, at[1] + 210 * size, size, size);
      Chip chip = Cut.one(List.of(waves("e" + epsg, crs, geographic, grid, 420)), ROW, COL).chip();
      assertTrue(meanError(chip) < 0.6, epsg + ": " + meanError(chip));
      assertEquals(1.0, chip.validFraction());
    }
    double c = 0.8;
    double s = 0.6;
    PixelGrid turned = new PixelGrid(WEST + 112, NORTH + 200, c, -s, -s, -c);
    Chip chip =
        Cut.one(List.of(waves("turned", Cut.GRID.crs(), false, turned, 450)), ROW, COL).chip();
    assertTrue(meanError(chip) < 0.6, "turned: " + meanError(chip));
  }

  @Test
  void finePixelsInAnotherZoneAreReducedWithoutAliasing() throws Exception {
    Crs crs = Crs.ofEpsg(26912);
    double[] at = middle(crs);
    PixelGrid grid = PixelGrid.northUp(at[0] - 210, at[1] + 210, 0.6, 0.6);
    ImageryTile fine = waves("fine", crs, false, grid, 700);
    assertTrue(meanError(Cut.one(List.of(fine), ROW, COL).chip()) < 0.7);
    TestTiff checks = TestTiff.of(1400, 1400, (x, y, b) -> 20 + (x + y) % 2 * 160);
    ImageryTile board = tile("board", checks.epsg(26912, false).at(at[0] - 210, at[1] + 210, 0.3));
    for (byte value : Cut.one(List.of(board), ROW, COL).chip().rgb()) {
      assertEquals(100, value & 255, 10, "an even grey");
    }
  }

  @Test
  void finerPixelsAreAveragedByTheAreaTheyCover() throws Exception {
    for (double size : new double[] {0.6, 0.3, 0.5}) {
      int pixels = (int) Math.ceil(230 / size);
      TestTiff.Painter painter = TestTiff.ground(WEST - 2.2, NORTH + 1.7, size / 1000);
      TestTiff tiff = TestTiff.of(pixels, pixels, painter).at(WEST - 2.2, NORTH + 1.7, size);
      Chip chip = Cut.one(List.of(tile("a" + size, tiff.tiled(64))), ROW, COL).chip();
      for (int[] pixel : new int[][] {{0, 0}, {5, 9}, {100, 50}, {223, 223}}) {
        double wanted = average(painter, size, pixel[0], pixel[1]);
        int got = chip.rgb()[3 * (pixel[1] * 224 + pixel[0]) + 1] & 255;
        assertEquals(wanted, got, 0.52, size + " at " + pixel[0] + ", " + pixel[1]);
      }
    }
  }

  /** The mean of the green band over a pixel of the chip, by area, computed the long way. */
  private static double average(TestTiff.Painter painter, double size, int col, int row) {
    double left = (col + 2.2) / size;
    double top = (row + 1.7) / size;
    double sum = 0;
    for (int y = (int) top; y < top + 1 / size; y++) {
      for (int x = (int) left; x < left + 1 / size; x++) {
        double width = Math.min(x + 1, left + 1 / size) - Math.max(x, left);
        double height = Math.min(y + 1, top + 1 / size) - Math.max(y, top);
        sum += Math.max(0, width) * Math.max(0, height) * painter.at(x, y, 1);
      }
    }
    return sum * size * size;
  }

  @Test
  void averagingLeavesNoDataOut() throws Exception {
    TestTiff tiff =
        TestTiff.of(448, 448, (x, y, b) -> y >= 300 ? 0 : x % 2 == 0 && y % 2 == 0 ? 0 : 90)
            .at(WEST, NORTH, 0.5)
            .noData("0");
    Chip chip = Cut.one(List.of(tile("a", tiff)), ROW, COL).chip();
    assertEquals(150.0 / 224, chip.validFraction(), 1e-9);
    for (byte value : chip.rgb()) {
      assertEquals(90, value);
    }
  }

  @Test
  void coarsePixelsAreInterpolatedWhenAskedFor() throws Exception {
    PixelGrid grid = PixelGrid.northUp(WEST - 300, NORTH + 300, 5, 5);
    Chip chip =
        Cut.one(List.of(waves("coarse", Cut.GRID.crs(), false, grid, 200)), ROW, COL).chip();
    assertTrue(meanError(chip) < 2, "mean error " + meanError(chip));
  }

  @Test
  void aCellsChipDoesNotDependOnTheOthers() throws Exception {
    List<ImageryTile> tiles = mixedTiles();
    for (int stride : new int[] {224, 112}) {
      ChipGrid grid = new ChipGrid(Cut.GRID.zone(), 1, stride);
      int row = ROW * 224 / stride - 1;
      int col = COL * 224 / stride - 1;
      Cut together = Cut.of(grid, tiles, List.of(Cut.block(row, col, 4, 5)));
      List<CoverBlock> alone = new ArrayList<>();
      for (RegionCell cell : Cut.block(row, col, 4, 5).cells()) {
        alone.add(0, new CoverBlock(List.of(cell)));
      }
      assertTrue(together.chips.size() >= 8, "scored " + together.chips.size());
      assertSame(together, Cut.of(grid, tiles, alone));
    }
  }

  private static void assertSame(Cut one, Cut other) {
    assertEquals(one.unscored, other.unscored);
    assertEquals(one.chips.keySet(), other.chips.keySet());
    one.chips.forEach(
        (index, chip) -> {
          Chip same = Objects.requireNonNull(other.chips.get(index));
          assertEquals(chip.imagery(), same.imagery());
          assertArrayEquals(chip.rgb(), same.rgb(), index.toString());
        });
  }

  /** Tiles of all kinds side by side and over each other, with holes and a damaged part. */
  private List<ImageryTile> mixedTiles() throws IOException {
    double[] z12 = middle(Crs.ofEpsg(26912));
    double[] mercator = middle(Crs.ofEpsg(3857));
    TestTiff.Painter noise = TestTiff.ground(0, 0, 1);
    TestTiff.Painter holed =
        (x, y, b) -> x / 40 % 5 == 0 && y / 30 % 3 == 0 ? 0 : noise.at(x, y, b);
    ImageryTile zone =
        tile(
            "zone",
            TestTiff.of(500, 450, holed)
                .noData("0")
                .epsg(26912, false)
                .at(z12[0] - 150, z12[1] + 250, 0.8)
                .dateTime("2016:01:01 00:00:00")
                .tiled(64)
                .deflate());
    ImageryTile web =
        tile(
            "web",
            TestTiff.of(700, 600, holed)
                .epsg(3857, false)
                .at(mercator[0] - 400, mercator[1] + 300, 1.25)
                .dateTime("2016:05:01 00:00:00")
                .strips(3));
    ImageryTile fine =
        tile(
            "fine",
            TestTiff.of(700, 900, holed)
                .noData("0")
                .at(WEST + 100.3, NORTH + 200.6, 0.6)
                .dateTime("2018:05:01 00:00:00")
                .tiled(128));
    ImageryTile same =
        tile(
            "same",
            TestTiff.of(500, 500, noise).at(WEST - 200, NORTH + 100, 1).dateTime("2018:01:01"));
    return List.of(zone, web, fine, same);
  }
}
