package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells of a chip that are mostly under NoData, or beside the image, are known as such. */
class ValidCellsTest {
  private static final int ROW = 16_000;
  private static final int COL = 2000;
  private static final double WEST = COL * 224.0;
  private static final double NORTH = (ROW + 1) * 224.0;

  private final Path folder;

  ValidCellsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private ImageryTile tile(String name, TestTiff image) throws IOException {
    return Cut.tile(image.write(folder.resolve(name + ".tif")));
  }

  private static TestTiff image(int width, int height, TestTiff.Painter painter) {
    return TestTiff.of(width, height, painter).at(WEST, NORTH, 1);
  }

  private long valid(ImageryTile... tiles) throws Exception {
    return Cut.one(List.of(tiles), ROW, COL).chip().validCells();
  }

  @Test
  void aChipWithoutHolesHasAll() throws Exception {
    assertEquals(Chip.ALL_CELLS, valid(tile("whole", image(300, 300, (x, y, b) -> 80))));
  }

  /** Half of each cell of column 2 is under NoData, and a little less than half of row 5. */
  @Test
  void halfACellOfNoDataIsTooMuch() throws Exception {
    TestTiff.Painter painter =
        (x, y, b) -> x / 32 == 2 && x % 32 < 16 || y / 32 == 5 && (y % 32 < 15) ? 0 : 80;
    long expected = 0;
    for (int row = 0; row < 7; row++) {
      for (int col = 0; col < 7; col++) {
        expected |= col == 2 ? 0 : 1L << 7 * row + col;
      }
    }
    ImageryTile holes = tile("holes", image(224, 224, painter).noData("0"));
    assertEquals(expected, valid(holes));
    // an older image makes the cutter go the long way, over a canvas
    ImageryTile older =
        tile("older", image(3, 3, (x, y, b) -> 80).noData("0").dateTime("2001:05:01 00:00:00"));
    ImageryTile newer =
        tile("newer", image(224, 224, painter).noData("0").dateTime("2015:05:01 00:00:00"));
    assertEquals(expected, valid(newer, older));
  }

  @Test
  void cellsBesideTheImageHaveNone() throws Exception {
    long expected = 0;
    for (int row = 0; row < 6; row++) {
      for (int col = 0; col < 5; col++) {
        expected |= 1L << 7 * row + col;
      }
    }
    // five columns and half of the sixth; six rows and a little less than half of the last
    assertEquals(expected, valid(tile("part", image(176, 207, (x, y, b) -> 80))));
  }
}
