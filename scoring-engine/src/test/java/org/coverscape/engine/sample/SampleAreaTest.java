package org.coverscape.engine.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.raster.GdalTool;
import org.coverscape.engine.region.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

class SampleAreaTest {
  private final Path folder;

  SampleAreaTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void paintsTheImageOnceAndSaysWhatItIs() throws Exception {
    List<Double> progress = new ArrayList<>();
    Path file = SampleArea.ensure(folder.resolve("new"), progress::add);
    assertEquals(1, progress.get(progress.size() - 1));
    long size = Files.size(file);
    assertTrue(size > 10_000_000 && size < 60_000_000, "size " + size);
    assertEquals(file, SampleArea.ensure(folder.resolve("new"), done -> progress.add(-1.0)));
    assertEquals(SyntheticQuarterQuad.SIZE, progress.size(), "painted once");
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertEquals(1, files.count());
    }
    String info = GdalTool.run("gdalinfo", file.toString());
    assertTrue(info.contains("Size is 3600, 3600"), info);
    assertTrue(info.contains("Origin = (506225.0"), info);
    assertTrue(info.contains("ID[\"EPSG\",26914]"), info);
    assertTrue(info.contains("LAYOUT=COG"), info);
    assertTrue(info.contains("Synthetic sample painted by Coverscape; not real ground"), info);
    assertTrue(info.contains("TIFFTAG_DATETIME=2021:06:15"), info);
  }

  @Test
  void theRegionLiesInTheImageHasAHoleAndCutsCells() {
    Region region = SampleArea.region().in(SyntheticQuarterQuad.crs());
    PixelGrid grid = SyntheticQuarterQuad.grid();
    int size = SyntheticQuarterQuad.SIZE;
    Envelope image = new Envelope(grid.x(0, 0), grid.x(size, 0), grid.y(0, 0), grid.y(0, size));
    assertTrue(image.contains(region.geometry().getEnvelopeInternal()));
    assertEquals(1, ((Polygon) region.geometry()).getNumInteriorRing());
    double share = region.geometry().getArea() / image.getArea();
    assertTrue(share > 0.75 && share < 0.95, "share " + share);
    assertEquals("14N", region.zone().toString());
  }

  @Test
  void aFolderThatCannotBeMadeIsOneSentence() throws Exception {
    Path blocked = Files.writeString(folder.resolve("file"), "").resolve("below");
    IOException fault = assertThrows(IOException.class, () -> SampleArea.ensure(blocked));
    assertTrue(fault.toString().contains("cannot be made; choose a folder"), fault::toString);
  }
}
