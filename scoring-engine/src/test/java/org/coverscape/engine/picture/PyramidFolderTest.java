package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.raster.RowSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyramidFolderTest {
  /** Room for one small version of an image of the fixtures' size, and not for two. */
  private static final long CAPACITY = 400_000;

  @TempDir Path folder;

  private PyramidFolder session() {
    return new PyramidFolder(folder.resolve("cache"), CAPACITY);
  }

  private ImageryTile tile(String name) throws IOException {
    return Shots.tile(TiffFixtures.scene(Ground.noise(1)).named(name).writeTo(folder));
  }

  private static RowSource noise() {
    Random random = new Random(5);
    return (y, row) -> random.nextBytes(row);
  }

  @Test
  void theOldestGoesWhenThereIsNoRoomUnlessItIsInUse() throws Exception {
    ImageryTile first = tile("first");
    ImageryTile second = tile("second");
    Path old = session().write(first, noise());
    PyramidFolder now = session();
    Path made = now.write(second, noise());
    assertTrue(Files.exists(made));
    assertFalse(Files.exists(old));
    assertEquals(Optional.of(made), now.find(second));
    assertEquals(Optional.empty(), now.find(first));
    assertThrows(IOException.class, () -> now.write(first, noise()));
    assertTrue(Files.exists(made), "it is in use");
  }

  @Test
  void whatIsDoubtfulDoesNotOutliveTheSession() throws Exception {
    ImageryTile tile = tile("damaged");
    PyramidFolder session = session();
    Path file = session.write(tile, noise());
    session.doubt(file);
    assertEquals(Optional.of(file), session.find(tile));
    session.end();
    assertFalse(Files.exists(file));
  }

  /** An MRF's pixels lie in another file than the one it is named by. */
  @Test
  void anImageWhoseOtherFilesChangedIsMadeAnew() throws Exception {
    ImageryTile tile = tile("several");
    Path made = session().write(tile, noise());
    assertEquals(Optional.of(made), session().find(tile));
    ImageryTile changed =
        new ImageryTile(
            tile.id(),
            tile.location(),
            tile.crs(),
            tile.grid(),
            tile.width(),
            tile.height(),
            tile.bands(),
            tile.gsd(),
            tile.date(),
            tile.noData(),
            tile.footprint(),
            tile.fingerprint() + "/another",
            tile.synthetic());
    assertEquals(Optional.empty(), session().find(changed));
  }
}
