package org.coverscape.app.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coverscape.app.geo.ClassSource;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.raster.Palette;
import org.coverscape.map.MapBox;
import org.coverscape.map.MapPoint;
import org.coverscape.map.tile.TileAddress;
import org.coverscape.map.tile.TilePixels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rasters of classes, from the file to the map and to what hovering tells. */
class ClassFileTest {
  @TempDir Path folder;

  /** 300 × 300 pixels of 30 m of class 2. */
  private Path classes() throws IOException {
    Path file = folder.resolve("classes.tif");
    PixelGrid grid = PixelGrid.northUp(TiffFixtures.WEST, TiffFixtures.NORTH, 30, 30);
    GeoTiffSpec spec =
        GeoTiffSpec.of(300, 300, 1, grid, TiffFixtures.ZONE.crs())
            .withPalette(Palette.of(0, 0x112233, 0x445566));
    GeoTiffWriter.write(file, spec, (y, target) -> Arrays.fill(target, (byte) 2));
    return file;
  }

  @Test
  void aDroppedFileOfClassesIsALayerAndNoImagery() throws Exception {
    try (Office office = new Office(folder)) {
      List<ClassFile> taken = new ArrayList<>();
      office.files.setOnClasses(taken::add);
      office.files.open(List.of(classes()));
      office.until("it is opened", () -> !taken.isEmpty());
      try (ClassFile file = taken.get(0)) {
        assertEquals("classes.tif", file.name());
        assertEquals(Optional.empty(), file.remark());
        assertEquals(Optional.empty(), file.fault());
      }
      assertEquals(List.of(), office.imagery.paths());
      assertEquals(List.of(), office.notices.warned);
    }
  }

  @Test
  void theMapShowsItsColours() throws Exception {
    try (ClassFile file = ClassFile.open(classes())) {
      ClassSource source = file.source();
      MapBox box = file.box();
      assertEquals(Optional.of(box), source.extent());
      TileAddress middle = address(box.centre(), 12);
      TilePixels pixels = source.load(middle).orElseThrow();
      assertTrue(Arrays.stream(pixels.argb()).anyMatch(argb -> argb == 0xFF445566));
      assertTrue(Arrays.stream(pixels.argb()).allMatch(argb -> argb == 0xFF445566 || argb == 0));
      assertEquals(Optional.empty(), source.load(new TileAddress(12, 0, 0)));
    }
  }

  private static TileAddress address(MapPoint point, int zoom) {
    double world = 2 * Math.PI * 6_378_137;
    double tiles = 1 << zoom;
    return new TileAddress(
        zoom, (int) ((point.x() / world + 0.5) * tiles), (int) ((0.5 - point.y() / world) * tiles));
  }

  @Test
  void hoveringTellsTheClassWithoutAnyJob() throws Exception {
    try (Office office = new Office(folder);
        ClassFile file = ClassFile.open(classes())) {
      office.reading.hover(file.box().centre());
      assertEquals(null, office.reading.hoverProperty().get());
      office.reading.setClasses(() -> List.of(file));
      office.reading.hover(file.box().centre());
      office.until("it hovers", () -> office.reading.hoverProperty().get() != null);
      HoverText text = office.reading.hoverProperty().get();
      assertEquals(List.of(new HoverText.Told("class 2", "classes.tif")), text.layers());
      assertEquals("", text.landCover());
      office.reading.hover(MapPoint.ofDegrees(-70, 45));
      office.until("nothing is there", () -> office.reading.hoverProperty().get() == null);
    }
  }

  @Test
  void whatIsNoRasterOfClassesIsRefusedInOneSentence() throws Exception {
    try (Office office = new Office(folder)) {
      List<ClassFile> taken = new ArrayList<>();
      office.files.openLayer(office.image("ne", 2021), features -> {}, taken::add);
      office.until("a warning", () -> !office.notices.warned.isEmpty());
      assertEquals(
          "m_3909801_ne_14_1_20210615.tif cannot be a layer: It is no raster of classes, which has"
              + " one band of 8 bits; add aerial images as imagery.",
          office.notices.warned.get(0));
      assertEquals(List.of(), taken);
    }
  }
}
