package org.coverscape.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.collections.FXCollections;
import org.coverscape.app.model.ClassFile;
import org.coverscape.app.model.LayersModel;
import org.coverscape.app.work.Background;
import org.coverscape.app.work.CrankedScreen;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.raster.Palette;
import org.coverscape.map.tile.TileAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassLayersTest {
  @TempDir Path folder;

  private final CrankedScreen screen = new CrankedScreen();

  private Path classes() throws IOException {
    Path file = folder.resolve("classes.tif");
    PixelGrid grid = PixelGrid.northUp(TiffFixtures.WEST, TiffFixtures.NORTH, 30, 30);
    GeoTiffSpec spec =
        GeoTiffSpec.of(300, 300, 1, grid, TiffFixtures.ZONE.crs())
            .withPalette(Palette.of(0, 0x112233));
    GeoTiffWriter.write(file, spec, (y, target) -> Arrays.fill(target, (byte) 1));
    return file;
  }

  private static boolean isOpen(ClassFile file) {
    try {
      return file.source().load(new TileAddress(0, 0, 0)).isPresent();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFileThatIsAddedTwiceOrTakenAwayIsClosed() throws Exception {
    LayersModel layers = new LayersModel(FXCollections.observableArrayList());
    Path file = classes();
    try (Background background = new Background(screen);
        ClassFile first = ClassFile.open(file);
        ClassFile second = ClassFile.open(file);
        ClassLayers shown = new ClassLayers(layers, background, fault -> {})) {
      shown.add(first);
      shown.add(second);
      assertEquals(List.of(second), shown.shown());
      screen.until("the first is closed", () -> !isOpen(first));
      assertTrue(isOpen(second));
      layers.remove(layers.entries().get(0));
      screen.until("the second is closed", () -> !isOpen(second));
      assertEquals(List.of(), shown.shown());
    }
  }
}
