package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipIndex;
import org.coverscape.engine.landcover.ChipOutcome.Unscored;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images on the grid itself: copying, stitching, overlaps, years, holes and faults. */
class ChipCutterTest {
  private static final int ROW = 17860;
  private static final int COL = 2235;
  private static final double WEST = COL * 224.0;
  private static final double NORTH = (ROW + 1) * 224.0;

  @TempDir Path folder;

  private static TestTiff ground(double west, double north, int width, int height) {
    return TestTiff.of(width, height, TestTiff.ground(west, north, 1)).at(west, north, 1);
  }

  private static TestTiff grey(double west, double north, int width, int height, int value) {
    return TestTiff.of(width, height, (x, y, b) -> value).at(west, north, 1);
  }

  private ImageryTile tile(String name, TestTiff tiff) throws IOException {
    return Cut.tile(tiff.write(folder.resolve(name + ".tif")));
  }

  private static byte[] expected(double west, double north) {
    byte[] rgb = new byte[Chip.BYTES];
    TestTiff.Painter painter = TestTiff.ground(west, north, 1);
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) painter.at(i / 3 % 224, i / 3 / 224, i % 3);
    }
    return rgb;
  }

  @Test
  void equalGridsAreCopiedByteByByte() throws Exception {
    Chip chip =
        Cut.one(List.of(tile("a", ground(WEST - 50, NORTH + 60, 400, 380))), ROW, COL).chip();
    assertArrayEquals(expected(WEST, NORTH), chip.rgb());
    assertEquals(1.0, chip.validFraction());
    assertEquals(List.of("a"), chip.imagery());
  }

  /**
   * An older image that touches every cell, so that NoData might show it, keeps the short way shut.
   */
  @Test
  void theShortWayToAChipAndTheLongOneAreTheSame() throws Exception {
    for (int share : new int[] {2, 3, 50, 4000}) {
      TestTiff.Painter some =
          (x, y, b) ->
              (x * 31 + y * 17) % 4099 % share == 0 ? 9 : (x * 3 + y * 5 + b * 7) % 200 + 20;
      ImageryTile tile =
          tile(
              "holes",
              TestTiff.of(900, 700, some)
                  .at(WEST - 30, NORTH + 40, 1)
                  .tiled(128)
                  .differences()
                  .noData("9")
                  .dateTime("2016:05:01 00:00:00"));
      ImageryTile older =
          tile(
              "older",
              grey(WEST - 30, NORTH + 40, 900, 700, 9).noData("9").dateTime("2011:05:01 00:00:00"));
      Cut direct = Cut.cells(List.of(tile), ROW - 1, COL, 2, 3);
      Cut canvas = Cut.cells(List.of(tile, older), ROW - 1, COL, 2, 3);
      assertEquals(canvas.order, direct.order);
      assertEquals(canvas.unscored.keySet(), direct.unscored.keySet());
      for (Chip chip : canvas.chips.values()) {
        Chip other = direct.chip(chip.index().row(), chip.index().col());
        assertArrayEquals(chip.rgb(), other.rgb(), "one of " + share);
        assertEquals(chip.validFraction(), other.validFraction());
        assertEquals(chip.imagery(), other.imagery());
      }
    }
  }

  @Test
  void aGridShiftedByLessThanHalfAPixelSnaps() throws Exception {
    TestTiff shifted =
        TestTiff.of(400, 380, TestTiff.ground(WEST - 50, NORTH + 60, 1))
            .at(WEST - 50 + 0.4, NORTH + 60 - 0.4, 1);
    assertArrayEquals(
        expected(WEST, NORTH), Cut.one(List.of(tile("a", shifted)), ROW, COL).chip().rgb());
  }

  @Test
  void chipsAreStitchedFromTwoAndFourImages() throws Exception {
    double x = WEST + 100;
    double y = NORTH - 90;
    ImageryTile nw = tile("nw", ground(x - 300, y + 300, 310, 320));
    ImageryTile ne = tile("ne", ground(x, y + 300, 300, 310));
    ImageryTile sw = tile("sw", ground(x - 300, y + 5, 305, 300).tiled(64).deflate());
    ImageryTile se = tile("se", ground(x - 5, y, 300, 300).planar());
    Chip four = Cut.one(List.of(se, sw, ne, nw), ROW, COL).chip();
    assertArrayEquals(expected(WEST, NORTH), four.rgb());
    assertEquals(4, four.imagery().size());
    assertEquals("se", four.imagery().get(0));
    ImageryTile west = tile("west", ground(x - 300, y + 300, 310, 700));
    ImageryTile east = tile("east", ground(x, y + 300, 300, 700));
    assertArrayEquals(expected(WEST, NORTH), Cut.one(List.of(west, east), ROW, COL).chip().rgb());
  }

  @Test
  void theNewestDateWinsThenTheId() throws Exception {
    ImageryTile old = tile("old", grey(WEST, NORTH, 224, 224, 10).dateTime("2015:05:01 00:00:00"));
    ImageryTile recent = tile("z", grey(WEST, NORTH, 100, 224, 20).dateTime("2015:07:01 00:00:00"));
    ImageryTile same = tile("y", grey(WEST, NORTH, 50, 224, 30).dateTime("2015:07:01 00:00:00"));
    Chip chip = Cut.one(List.of(old, recent, same), ROW, COL).chip();
    assertEquals(30, chip.rgb()[0]);
    assertEquals(20, chip.rgb()[60 * 3]);
    assertEquals(10, chip.rgb()[150 * 3]);
    assertEquals(List.of("old", "y", "z"), chip.imagery());
  }

  @Test
  void yearsAreNeverBlended() throws Exception {
    ImageryTile a2014 = tile("a", grey(WEST, NORTH, 224, 224, 14).dateTime("2014:05:01 00:00:00"));
    ImageryTile b2018 = tile("b", grey(WEST, NORTH, 113, 224, 18).dateTime("2018:05:01 00:00:00"));
    ImageryTile undated = tile("c", grey(WEST, NORTH, 300, 300, 99));
    Chip half = Cut.one(List.of(undated, a2014, b2018), ROW, COL).chip();
    assertEquals(List.of("b"), half.imagery());
    assertEquals(18, half.rgb()[223 * 3], "the hole is filled with the mean of 2018");
    ImageryTile c2018 = tile("d", grey(WEST, NORTH, 111, 224, 18).dateTime("2018:05:01 00:00:00"));
    Chip older = Cut.one(List.of(undated, a2014, c2018), ROW, COL).chip();
    assertEquals(List.of("a"), older.imagery());
    assertEquals(14, older.rgb()[0]);
    assertEquals(List.of("c"), Cut.one(List.of(undated, c2018), ROW, COL).chip().imagery());
  }

  @Test
  void noDataIsWhereAllThreeBandsAreAndHolesTakeTheMean() throws Exception {
    TestTiff.Painter painter =
        (x, y, b) -> x < 56 ? 0 : x < 112 ? (b == 1 ? 0 : 200) : y < 112 ? 40 : 43;
    TestTiff tiff = TestTiff.of(224, 224, painter).at(WEST, NORTH, 1);
    Chip chip = Cut.one(List.of(tile("a", tiff.noData("0"))), ROW, COL).chip();
    assertEquals(0.75, chip.validFraction());
    assertEquals((byte) 94, chip.rgb()[0], "(200 + 2 · 41.5) / 3 = 94.33");
    assertEquals(28, chip.rgb()[1], "(0 + 2 · 41.5) / 3 = 27.67");
    assertEquals((byte) 200, chip.rgb()[60 * 3]);
    assertEquals(0, chip.rgb()[60 * 3 + 1]);
    TestTiff untagged = TestTiff.of(224, 224, painter).at(WEST, NORTH, 1);
    Chip same = Cut.one(List.of(tile("b", untagged)), ROW, COL).chip();
    assertTrue(same.samePixels(chip), "without a tag, black is NoData");
    Chip all = Cut.one(List.of(tile("c", untagged.noData("255"))), ROW, COL).chip();
    assertEquals(1.0, all.validFraction());
    assertEquals(0, all.rgb()[0]);
  }

  @Test
  void noDataOfTheNewestIsFilledByTheNextOfTheYear() throws Exception {
    TestTiff holed = TestTiff.of(224, 224, (x, y, b) -> x < 100 ? 0 : 50).at(WEST, NORTH, 1);
    ImageryTile top = tile("a", holed.noData("0"));
    ImageryTile below = tile("b", grey(WEST, NORTH, 224, 224, 70));
    Chip chip = Cut.one(List.of(top, below), ROW, COL).chip();
    assertEquals(70, chip.rgb()[0]);
    assertEquals(50, chip.rgb()[100 * 3]);
    assertEquals(List.of("a", "b"), chip.imagery());
  }

  @Test
  void aNearInfraredBandTaggedAlphaIsNoMask() throws Exception {
    TestTiff tiff = TestTiff.of(224, 224, (x, y, b) -> b == 3 ? 0 : 90 + b).at(WEST, NORTH, 1);
    Chip chip = Cut.one(List.of(tile("a", tiff.bands(4, 8, 2).deflate())), ROW, COL).chip();
    assertEquals(1.0, chip.validFraction());
    assertArrayEquals(new byte[] {90, 91, 92}, Arrays.copyOf(chip.rgb(), 3));
  }

  @Test
  void whyACellIsNotScored() throws Exception {
    ImageryTile part = tile("a", grey(WEST - 300, NORTH, 400, 400, 9));
    ImageryTile blank = tile("b", grey(WEST + 448, NORTH, 400, 400, 0).noData("0"));
    Cut cut = Cut.cells(List.of(part, blank), ROW, COL, 1, 10);
    assertEquals(UnscoredReason.NODATA, reason(cut, COL), "a third is covered");
    assertEquals(List.of("a"), cut.unscored(ROW, COL).imagery());
    assertEquals(UnscoredReason.NO_IMAGERY, reason(cut, COL + 1));
    assertEquals(UnscoredReason.NODATA, reason(cut, COL + 2), "covered by NoData alone");
    assertEquals(UnscoredReason.NO_IMAGERY, reason(cut, COL + 9));
    assertEquals(10, cut.order.size());
  }

  private static UnscoredReason reason(Cut cut, int col) {
    return cut.unscored(ROW, col).reason();
  }

  @Test
  void everyCellComesOnceInTheBlocksOrder() throws Exception {
    ImageryTile tile = tile("a", ground(WEST, NORTH, 500, 300));
    Cut cut = Cut.cells(List.of(tile), ROW - 2, COL - 1, 4, 5);
    List<ChipIndex> wanted =
        Cut.block(ROW - 2, COL - 1, 4, 5).cells().stream()
            .map(cell -> Cut.GRID.index(cell.row(), cell.col()))
            .toList();
    assertEquals(wanted, cut.order);
  }

  @Test
  void onlyChipsOnBrokenBlocksSuffer() throws Exception {
    for (int block : new int[] {8, 896, 64}) {
      TestTiff tiff = ground(WEST, NORTH, 448, 896);
      byte[] whole = (block == 64 ? tiff.tiled(64) : tiff.strips(block)).bytes();
      String id = "cut" + block;
      Path file = folder.resolve(id + ".tif");
      Files.write(file, Arrays.copyOf(whole, (int) (whole.length * 0.6)));
      Cut cut = Cut.cells(List.of(Cut.tile(file)), ROW - 3, COL, 4, 2);
      assertEquals(4, cut.chips.size());
      assertArrayEquals(expected(WEST, NORTH), cut.chip(ROW, COL).rgb());
      Unscored broken = cut.unscored(ROW - 2, COL);
      assertEquals(UnscoredReason.UNREADABLE, broken.reason());
      assertEquals(
          id + ": The file ends before its last pixels; it is truncated, copy it again.",
          broken.detail());
      assertEquals(List.of(id), broken.imagery());
    }
  }

  @Test
  void aDamagedBlockSparesItsNeighbours() throws Exception {
    byte[] bytes = ground(WEST, NORTH, 672, 224).tiled(32).deflate().bytes();
    Arrays.fill(bytes, bytes.length - 2000, bytes.length - 20, (byte) 0xFF);
    Path file = Files.write(folder.resolve("damaged.tif"), bytes);
    Cut cut = Cut.cells(List.of(Cut.tile(file)), ROW, COL, 1, 3);
    assertEquals(2, cut.chips.size());
    assertEquals(UnscoredReason.UNREADABLE, reason(cut, COL + 2));
  }

  @Test
  void anUnreadableYearIsNotReplacedByAnOlderOne() throws Exception {
    ImageryTile old = tile("old", grey(WEST, NORTH, 224, 224, 10).dateTime("2014:05:01 00:00:00"));
    byte[] whole = grey(WEST, NORTH, 224, 224, 20).dateTime("2018:05:01 00:00:00").bytes();
    Path file = Files.write(folder.resolve("new.tif"), Arrays.copyOf(whole, whole.length / 3));
    Cut cut = Cut.one(List.of(old, Cut.tile(file)), ROW, COL);
    assertEquals(UnscoredReason.UNREADABLE, cut.reason().orElseThrow());
  }

  @Test
  void aFileThatChangedOrWentIsUnreadable() throws Exception {
    ImageryTile tile = tile("a", grey(WEST, NORTH, 224, 224, 10));
    grey(WEST, NORTH, 100, 100, 10).write(tile.location().file().orElseThrow());
    Unscored changed = Cut.one(List.of(tile), ROW, COL).unscored.values().iterator().next();
    assertEquals("a: It has changed since it was indexed; index it again.", changed.detail());
    Files.delete(tile.location().file().orElseThrow());
    Unscored gone = Cut.one(List.of(tile), ROW, COL).unscored.values().iterator().next();
    assertEquals(UnscoredReason.UNREADABLE, gone.reason());
    assertEquals("a: It does not exist.", gone.detail());
  }

  @Test
  void aSmallImageIsScoredWhereItsMiddleIsAndMirrored() throws Exception {
    int left = 30;
    ImageryTile tile = tile("s", ground(WEST + left, NORTH - 40, 154, 150));
    Cut cut = Cut.cells(List.of(tile), ROW - 1, COL - 1, 3, 3);
    assertEquals(1, cut.chips.size());
    byte[] rgb = cut.chip(ROW, COL).rgb();
    byte[] ground = expected(WEST, NORTH);
    int row = 100 * 224;
    assertEquals(ground[3 * (row + left)], rgb[3 * (row + left)]);
    assertEquals(ground[3 * (row + left)], rgb[3 * (row + left - 1)], "the edge is repeated");
    assertEquals(ground[3 * (row + left + 5)], rgb[3 * (row + left - 6)]);
    assertEquals(ground[3 * (row + 183)], rgb[3 * (row + 184)]);
    assertEquals(ground[3 * (41 * 224 + 100)], rgb[3 * (38 * 224 + 100)]);
  }

  @Test
  void aSmallImageAcrossTwoCellsIsScoredOnce() throws Exception {
    ImageryTile tile = tile("s", ground(WEST - 150, NORTH + 150, 300, 300));
    assertEquals(1, Cut.cells(List.of(tile), ROW - 1, COL - 2, 4, 4).chips.size());
  }

  @Test
  void interruptionStopsBetweenRows() throws Exception {
    ImageryTile tile = tile("a", ground(WEST, NORTH, 224, 224));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> Cut.one(List.of(tile), ROW, COL));
  }
}
