package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.raster.Palette;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

class ClassPicturesTest {
  private static final Crs MAP = Crs.ofEpsg(3857);

  @TempDir Path folder;

  private static Path nlcd(String name) {
    Path file = Path.of(System.getProperty("coverscape.root", "."), "../shared/data/nlcd", name);
    Assumptions.assumeTrue(Files.isRegularFile(file), "needs the shared data: nlcd");
    return file;
  }

  @Test
  void everyPixelHasTheColourOfTheClassAtItsCentre() throws Exception {
    Path file = nlcd("nlcd_western_ma.tif");
    try (ClassPictures pictures = ClassPictures.open(file, () -> {});
        ReferenceRaster raster = ReferenceRaster.open(file)) {
      byte[] codes = raster.read(0, new PixelWindow(0, 0, raster.width(), raster.height()));
      double[] centre = {-73.03, 42.0};
      Crs.WGS84.to(MAP).transform(centre, 1);
      for (double metres : new double[] {4, 37, 150}) {
        double half = metres * 128;
        Envelope ground =
            new Envelope(centre[0] - half, centre[0] + half, centre[1] - half, centre[1] + half);
        Picture picture = pictures.render(ground, 256, 256).orElseThrow();
        int same = 0;
        for (int i = 0; i < picture.argb().length; i++) {
          double[] xy = {
            ground.getMinX() + (i % 256 + 0.5) * metres,
            ground.getMaxY() - (Math.floorDiv(i, 256) + 0.5) * metres
          };
          MAP.to(raster.crs()).transform(xy, 1);
          int col = (int) Math.floor(raster.grid().col(xy[0], xy[1]));
          int row = (int) Math.floor(raster.grid().row(xy[0], xy[1]));
          boolean inside = col >= 0 && row >= 0 && col < raster.width() && row < raster.height();
          int code = inside ? codes[row * raster.width() + col] & 255 : 255;
          int argb = raster.classes().colour(code).map(rgb -> 0xFF << 24 | rgb).orElse(0);
          same += argb == picture.argb()[i] ? 1 : 0;
        }
        // between nodes places are interpolated: a centre at the edge of a pixel may fall beside it
        assertTrue(same > 0.998 * picture.argb().length, same + " at " + metres);
      }
    }
  }

  @Test
  void namesTheClassAtAPlaceAfterNlcdsLegend() throws Exception {
    try (ClassPictures pictures =
        ClassPictures.open(nlcd("nlcd_2016_frederick_md.tif"), () -> {})) {
      assertTrue(pictures.isMended());
      double[] forest = {-77.50, 39.50};
      double[] town = {-77.41, 39.414};
      double[] chad = {14.4, 18.3};
      for (double[] place : new double[][] {forest, town, chad}) {
        Crs.WGS84.to(MAP).transform(place, 1);
      }
      assertEquals(Optional.of("41 deciduous forest"), pictures.at(forest[0], forest[1]));
      String built = pictures.at(town[0], town[1]).orElseThrow();
      assertTrue(built.matches("2[1-4] developed, .*"), built);
      assertEquals(Optional.empty(), pictures.at(chad[0], chad[1]));
      assertEquals(20, pictures.classes().names().size());
    }
  }

  /** Columns of 300 pixels each: classes 1, 2, 0, 1, …; 0 is NoData. */
  private Path columns(int width, int height, boolean withOverviews) throws IOException {
    Path file = folder.resolve("columns.tif");
    PixelGrid grid = PixelGrid.northUp(TiffFixtures.WEST, TiffFixtures.NORTH, 1, 1);
    GeoTiffSpec spec =
        GeoTiffSpec.of(width, height, 1, grid, TiffFixtures.ZONE.crs())
            .withPalette(Palette.of(0xFFFFFF, 0x112233, 0x445566))
            .withNoData(0);
    GeoTiffWriter.write(
        file,
        withOverviews ? spec.asCloudOptimized() : spec,
        (y, target) -> {
          for (int x = 0; x < width; x++) {
            target[x] = (byte) ((x / 300 + 1) % 3);
          }
        });
    return file;
  }

  @Test
  void noDataIsLeftOpenAndClassesWithoutANameHaveTheirNumber() throws Exception {
    try (ClassPictures pictures = ClassPictures.open(columns(1000, 400, false), () -> {})) {
      Picture picture = pictures.render(Shots.ground(0, 50, 900, 300), 90, 90).orElseThrow();
      assertEquals(0xFF112233, Shots.pixel(picture, 15, 45));
      assertEquals(0xFF445566, Shots.pixel(picture, 45, 45));
      assertEquals(0, Shots.pixel(picture, 75, 45));
      Envelope first = Shots.ground(150, 150, 1, 1);
      assertEquals(Optional.of("class 1"), pictures.at(first.getMinX(), first.getMinY()));
      Envelope open = Shots.ground(750, 150, 1, 1);
      assertEquals(Optional.empty(), pictures.at(open.getMinX(), open.getMinY()));
      assertEquals(Optional.empty(), pictures.render(Shots.ground(5000, 0, 9, 9), 8, 8));
      assertFalse(pictures.isMended());
      assertEquals(Optional.empty(), pictures.fault());
    }
  }

  @Test
  void aLargeRasterWithoutOverviewsIsSeenFromFarAwayOnceItWasRead() throws Exception {
    Semaphore sharper = new Semaphore(0);
    try (ClassPictures pictures =
        ClassPictures.open(columns(4500, 1800, false), sharper::release)) {
      Envelope all = Shots.ground(0, 100, 4500, 1600);
      Picture picture = pictures.render(all, 150, 150).orElseThrow();
      while (Shots.pixel(picture, 135, 149) == 0) {
        assertTrue(sharper.tryAcquire(60, TimeUnit.SECONDS), "nobody says that it is sharper");
        picture = pictures.render(all, 150, 150).orElseThrow();
      }
      for (int x = 5; x < 150; x += 10) {
        int expected = new int[] {0xFF112233, 0xFF445566, 0}[x / 10 % 3];
        assertEquals(expected, Shots.pixel(picture, x, 30), "column " + x);
        assertEquals(expected, Shots.pixel(picture, x, 145), "column " + x);
      }
    }
  }

  @Test
  void whatIsNoRasterOfClassesIsRefusedInOneSentence() throws Exception {
    TiffFixtures fixtures = new TiffFixtures(folder);
    refuses(fixtures.utm(Ground.waves(120)), "It is no raster of classes, which has one band");
    refuses(folder.resolve("gone.tif"), "It does not exist.");
    refuses(Files.writeString(folder.resolve("text.tif"), "milk, bread"), "");
    Path grey = folder.resolve("grey.tif");
    PixelGrid grid = PixelGrid.northUp(TiffFixtures.WEST, TiffFixtures.NORTH, 30, 30);
    GeoTiffWriter.write(
        grey, GeoTiffSpec.of(300, 300, 1, grid, TiffFixtures.ZONE.crs()), (y, target) -> {});
    refuses(grey, "It has no colour table");
  }

  private static void refuses(Path file, String begin) {
    IOException fault = assertThrows(IOException.class, () -> ClassPictures.open(file, () -> {}));
    String sentence = String.valueOf(fault.getMessage());
    assertTrue(sentence.startsWith(begin), sentence);
    assertTrue(sentence.endsWith("."), sentence);
  }

  @Test
  void aFileThatLooksLikeClassesIsToldFromAnImage() throws Exception {
    assertTrue(ReferenceRaster.looksLikeOne(columns(300, 300, true)));
    assertFalse(ReferenceRaster.looksLikeOne(new TiffFixtures(folder).utm(Ground.solid(0x102030))));
    assertFalse(ReferenceRaster.looksLikeOne(folder.resolve("gone.tif")));
  }

  @Test
  void closedPicturesAreEmpty() throws Exception {
    ClassPictures pictures = ClassPictures.open(columns(1000, 400, true), () -> {});
    Envelope ground = Shots.ground(0, 0, 100, 100);
    assertTrue(pictures.render(ground, 10, 10).isPresent());
    pictures.close();
    assertEquals(Optional.empty(), pictures.render(ground, 10, 10));
    assertEquals(Optional.empty(), pictures.at(ground.getMinX(), ground.getMinY()));
  }
}
