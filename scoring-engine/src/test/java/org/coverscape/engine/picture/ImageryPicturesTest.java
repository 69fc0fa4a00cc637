package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

class ImageryPicturesTest {
  private static final Ground WAVES = Ground.waves(120);

  private final Path folder;
  private final TiffFixtures fixtures;

  ImageryPicturesTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    fixtures = new TiffFixtures(Files.createDirectory(folder.resolve("imagery")));
  }

  private ImageryPictures pictures(Path... files) {
    return new ImageryPictures(Shots.tiles(files), folder.resolve("cache"), AnyImagery.local());
  }

  @Test
  void showsTheGroundWhereItLiesInEverySystemAtEveryZoom() throws Exception {
    List<Path> files =
        List.of(
            fixtures.utm(WAVES),
            fixtures.webMercator(WAVES),
            fixtures.degrees(WAVES),
            fixtures.neighbourZone(WAVES),
            TiffFixtures.scene(WAVES).named("cog").asCloudOptimized().writeTo(folder));
    Envelope ground = Shots.ground(30, 30, 380, 380);
    for (Path file : files) {
      try (ImageryPictures pictures = pictures(file)) {
        for (int size : new int[] {40, 100, 300, 500, 1300}) {
          Picture picture = Shots.take(pictures, ground, size);
          assertTrue(Shots.isFull(picture), file + " at " + size);
          double difference = Shots.difference(picture, ground, WAVES);
          assertTrue(difference < 2.5, file + " at " + size + ": " + difference);
        }
        assertEquals(List.of(), pictures.faults());
      }
    }
  }

  @Test
  void pixelsAreSquaresWhenTheyAreLarge() throws Exception {
    try (ImageryPictures pictures = pictures(fixtures.utm(Ground.checks(1, 0x101010, 0xE0E0E0)))) {
      Picture picture = Shots.take(pictures, Shots.ground(100, 100, 8, 8), 256);
      for (int argb : picture.argb()) {
        assertTrue(argb == 0xFF101010 || argb == 0xFFE0E0E0, Integer.toHexString(argb));
      }
    }
  }

  @Test
  void aPictureFarAwayIsTheMeanAndNotAFewPixels() throws Exception {
    try (ImageryPictures pictures = pictures(fixtures.utm(Ground.noise(3)))) {
      Picture picture = Shots.take(pictures, Shots.ground(60, 60, 320, 320), 10);
      for (int argb : picture.argb()) {
        assertEquals(128, argb & 255, 14, Integer.toHexString(argb));
      }
    }
  }

  @Test
  void nothingIsShownBesideTheImages() throws Exception {
    try (ImageryPictures pictures = pictures(fixtures.utm(WAVES))) {
      Envelope far = Shots.ground(5000, 0, 100, 100);
      assertEquals(
          Optional.empty(), pictures.render(far, 64, 64, BandView.TRUE_COLOUR, Stretch.NONE));
      Picture edge = Shots.take(pictures, Shots.ground(-100, 100, 200, 200), 64);
      assertEquals(0, Shots.pixel(edge, 5, 32));
      assertEquals(255, Shots.pixel(edge, 60, 32) >>> 24);
      Envelope all = Shots.ground(0, 0, TiffFixtures.SIZE, TiffFixtures.SIZE);
      assertTrue(pictures.extent().contains(all));
      assertEquals(all.getWidth(), pictures.extent().getWidth(), 0.01 * all.getWidth());
    }
    try (ImageryPictures none = pictures()) {
      assertTrue(none.extent().isNull());
      assertEquals(
          Optional.empty(),
          none.render(new Envelope(0, 9, 0, 9), 8, 8, BandView.TRUE_COLOUR, Stretch.NONE));
    }
  }

  @Test
  void theFirstImageWinsAndItsNoDataShowsTheNext() throws Exception {
    Path upper = fixtures.withHole(Ground.solid(0xC02020));
    Path lower = TiffFixtures.scene(Ground.solid(0x2020C0)).named("lower_20200615").writeTo(folder);
    try (ImageryPictures pictures = pictures(upper, lower)) {
      for (int size : new int[] {16, 60, 448}) {
        Picture picture = Shots.take(pictures, Shots.ground(10, 10, 428, 428), size);
        assertEquals(0xFF2020C0, Shots.pixel(picture, size / 8, size / 2));
        assertEquals(0xFFC02020, Shots.pixel(picture, size - 2, size / 2));
      }
    }
    try (ImageryPictures pictures = pictures(lower, upper)) {
      Picture picture = Shots.take(pictures, Shots.ground(10, 10, 428, 428), 60);
      assertEquals(0xFF2020C0, Shots.pixel(picture, 58, 30));
    }
    try (ImageryPictures pictures = pictures(upper)) {
      Picture picture = Shots.take(pictures, Shots.ground(10, 10, 428, 428), 60);
      assertEquals(0, Shots.pixel(picture, 7, 30));
    }
  }

  @Test
  void infraredIsShownAsRedWhateverItIsTagged() throws Exception {
    Ground ground = (x, y) -> Ground.rgbn(10, 60, 110, 160);
    Path four = fixtures.nirAsAlpha(ground);
    Path three = TiffFixtures.scene(ground).named("three").withBands(3).writeTo(folder);
    Envelope place = Shots.ground(50, 50, 100, 100);
    try (ImageryPictures with = pictures(four);
        ImageryPictures without = pictures(three)) {
      assertEquals(0xFF0A3C6E, Shots.pixel(Shots.take(with, place, 20), 9, 9));
      Picture infrared =
          with.render(place, 20, 20, BandView.COLOUR_INFRARED, Stretch.NONE).orElseThrow();
      assertEquals(0xFFA00A3C, Shots.pixel(infrared, 9, 9));
      Picture fallback =
          without.render(place, 20, 20, BandView.COLOUR_INFRARED, Stretch.NONE).orElseThrow();
      assertEquals(0xFF0A3C6E, Shots.pixel(fallback, 9, 9));
    }
  }

  @Test
  void stretchSpreadsTheValuesOfTheImage() throws Exception {
    Ground dull =
        (x, y) -> {
          int value = 100 + Math.floorMod((int) Math.floor(x), 51);
          return Ground.rgbn(value, value, value, value);
        };
    try (ImageryPictures pictures = pictures(fixtures.utm(dull))) {
      Envelope place = Shots.ground(20, 20, 200, 200);
      Picture picture =
          pictures.render(place, 200, 200, BandView.TRUE_COLOUR, Stretch.PERCENTILE).orElseThrow();
      int least = 255;
      int most = 0;
      for (int argb : picture.argb()) {
        least = Math.min(least, argb & 255);
        most = Math.max(most, argb & 255);
      }
      assertTrue(least < 12 && most > 243, least + " to " + most);
    }
  }

  @Test
  void filesThatAreGoneOrDamagedAreLeftOutAndNamed() throws Exception {
    Path gone = fixtures.utm(WAVES);
    Path cut = fixtures.cutInPixels();
    Path damaged = fixtures.damagedTile();
    Path good = TiffFixtures.scene(WAVES).named("good").writeTo(folder);
    try (ImageryPictures pictures = pictures(gone, cut, damaged, good)) {
      Files.delete(gone);
      Envelope ground = Shots.ground(5, 5, 438, 438);
      assertTrue(Shots.isFull(Shots.take(pictures, ground, 438)));
      List<String> faults = pictures.faults();
      assertEquals(3, faults.size(), faults.toString());
      assertEquals(gone.getFileName() + ": It does not exist.", faults.get(0));
      assertTrue(faults.get(1).startsWith("cutpixels_20210615.tif: The file ends before"));
      assertTrue(faults.get(2).startsWith("damaged_20210615.tif: A part of its pixels"));
      Picture again = Shots.take(pictures, ground, 200);
      assertTrue(Shots.isFull(again));
      assertEquals(3, pictures.faults().size());
    }
  }

  @Test
  void anInterruptedThreadGetsNoPictureAndBlamesNoFile() throws Exception {
    try (ImageryPictures pictures = pictures(fixtures.utm(WAVES))) {
      Envelope ground = Shots.ground(30, 30, 380, 380);
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> Shots.take(pictures, ground, 100));
      assertFalse(Thread.interrupted());
      assertEquals(List.of(), pictures.faults());
      assertTrue(Shots.isFull(Shots.take(pictures, ground, 100)));
    }
  }

  @Test
  void severalThreadsSeeTheSame() throws Exception {
    Path west = fixtures.utm(WAVES);
    Path degrees = fixtures.degrees(WAVES);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (ImageryPictures shared = pictures(west, degrees);
        ImageryPictures alone = pictures(west, degrees)) {
      List<Future<Picture>> made = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        Envelope ground = Shots.ground(i * 8, i * 5, 100, 100);
        made.add(threads.submit(() -> Shots.take(shared, ground, 64)));
      }
      for (int i = 0; i < made.size(); i++) {
        Envelope ground = Shots.ground(i * 8, i * 5, 100, 100);
        assertEquals(Shots.take(alone, ground, 64), made.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void closedPicturesAreEmpty() throws Exception {
    ImageryPictures pictures = pictures(fixtures.utm(WAVES));
    Envelope ground = Shots.ground(30, 30, 380, 380);
    assertTrue(Shots.isFull(Shots.take(pictures, ground, 50)));
    pictures.close();
    assertEquals(
        Optional.empty(), pictures.render(ground, 50, 50, BandView.TRUE_COLOUR, Stretch.NONE));
  }
}
