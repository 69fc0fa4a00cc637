package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.coverscape.engine.chip.Chip;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChipPictureTest {
  private static final ChipGrid GRID = ChipGrid.of(TiffFixtures.ZONE);
  private static final int ROW = 19_699;
  private static final int COL = 2250;

  @TempDir Path folder;

  @Test
  void showsWhatTheNetworkSaw() throws Exception {
    Ground ground = Ground.noise(8);
    List<ImageryTile> tiles = Shots.tiles(new TiffFixtures(folder).utm(ground));
    Chip chip = ChipPicture.of(tiles, AnyImagery.local(), GRID, ROW, COL).orElseThrow();
    assertEquals(GRID.index(ROW, COL), chip.index());
    Picture picture = ChipPicture.picture(chip);
    for (int i = 0; i < picture.argb().length; i++) {
      double x = TiffFixtures.WEST + i % 224 + 0.5;
      double y = TiffFixtures.NORTH - Math.floorDiv(i, 224) - 0.5;
      assertEquals(0xFF000000 | ground.colour(x, y) & 0xFFFFFF, picture.argb()[i]);
    }
  }

  @Test
  void showsTheSameGroundInInfrared() throws Exception {
    Ground ground = (x, y) -> Ground.rgbn(10, 60, 110, 160);
    List<ImageryTile> tiles = Shots.tiles(new TiffFixtures(folder).utm(ground));
    Picture picture = ChipPicture.infrared(tiles, AnyImagery.local(), GRID, ROW, COL).orElseThrow();
    assertTrue(Shots.isFull(picture));
    assertEquals(0xFFA00A3C, Shots.pixel(picture, 100, 100));
  }

  @Test
  void thereIsNoneWhereThereIsNoImagery() throws Exception {
    List<ImageryTile> tiles = Shots.tiles(new TiffFixtures(folder).utm(Ground.noise(8)));
    assertTrue(ChipPicture.of(tiles, AnyImagery.local(), GRID, ROW + 50, COL).isEmpty());
    assertTrue(ChipPicture.infrared(tiles, AnyImagery.local(), GRID, ROW + 50, COL).isEmpty());
  }
}
