package org.coverscape.engine.imagery;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.landcover.UnscoredReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images of an old catalogue that would not be taken in any more harm no run. */
class ImpossiblePlaceTest {
  private static final int ROW = 17860;
  private static final int COL = 2235;

  @TempDir Path folder;

  private ImageryTile good() throws IOException {
    return Cut.tile(
        TestTiff.of(400, 400, (x, y, b) -> 40)
            .at(COL * 224.0 - 50, (ROW + 1) * 224.0 + 50, 1)
            .write(folder.resolve("good.tif")));
  }

  private static ImageryTile moved(ImageryTile tile, PixelGrid grid) {
    return new ImageryTile(
        "moved",
        tile.location(),
        tile.crs(),
        grid,
        tile.width(),
        tile.height(),
        tile.bands(),
        tile.gsd(),
        tile.date(),
        tile.noData(),
        tile.footprint(),
        tile.fingerprint(),
        tile.synthetic());
  }

  @Test
  void theyReachNoCellAndTheOthersAreScored() throws Exception {
    ImageryTile good = good();
    for (PixelGrid grid :
        List.of(
            PixelGrid.northUp(3e9, 4e6, 1, 1),
            PixelGrid.northUp(5e5, -4e15, 1, 1),
            PixelGrid.northUp(500_000, 4_000_000, 1e-13, 1e-13),
            PixelGrid.northUp(5e5, 4e6, 0.5, 1e-300))) {
      ImageryTile bad = moved(good, grid);
      assertEquals(
          UnscoredReason.NO_IMAGERY, Cut.one(List.of(bad), ROW, COL).reason().orElseThrow());
      assertArrayEquals(
          Cut.one(List.of(good), ROW, COL).chip().rgb(),
          Cut.one(List.of(bad, good), ROW, COL).chip().rgb());
    }
  }

  @Test
  void aMaskLeavesOutGroundAndFillsHoles() throws Exception {
    TestTiff black =
        TestTiff.of(400, 400, (x, y, b) -> 0).at(COL * 224.0 - 50, (ROW + 1) * 224.0 + 50, 1);
    Path mostly = black.masked((x, y, b) -> x < 100 ? 0 : 1).write(folder.resolve("mostly.tif"));
    Cut cut = Cut.one(List.of(Cut.tile(mostly)), ROW, COL);
    assertEquals(174 / 224.0, cut.chip().validFraction(), 1e-9);
    Path hardly = black.masked((x, y, b) -> x < 200 ? 0 : 1).write(folder.resolve("hardly.tif"));
    assertEquals(
        UnscoredReason.NODATA, Cut.one(List.of(Cut.tile(hardly)), ROW, COL).reason().orElseThrow());
  }
}
