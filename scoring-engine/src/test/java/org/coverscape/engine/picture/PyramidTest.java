package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Large images without overviews. */
class PyramidTest {
  private static final Ground WAVES = Ground.waves(700);
  private static final int WIDTH = 2300;
  private static final int HEIGHT = 2001;
  private static final Envelope FAR = Shots.ground(50, 50, WIDTH - 100, HEIGHT - 100);

  private final Path image;
  private final Path cache;
  private final Semaphore sharper = new Semaphore(0);

  PyramidTest(@TempDir Path folder) throws IOException {
    image =
        Scene.utm(
                "large",
                TiffFixtures.ZONE,
                TiffFixtures.WEST,
                TiffFixtures.NORTH,
                1,
                WIDTH,
                HEIGHT,
                WAVES)
            .writeTo(folder);
    cache = folder.resolve("cache").resolve("overviews");
  }

  private ImageryPictures pictures() {
    return new ImageryPictures(Shots.tiles(image), cache, sharper::release);
  }

  private List<Path> kept() throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.toList();
    }
  }

  /** Waits until a picture from far away is whole and sharp. */
  private void awaitWhole(ImageryPictures pictures) throws Exception {
    Picture picture = Shots.take(pictures, FAR, 150);
    while (!Shots.isFull(picture) || Shots.difference(picture, FAR, WAVES) > 2.5) {
      assertTrue(sharper.tryAcquire(60, TimeUnit.SECONDS), "nobody says that it is sharper");
      picture = Shots.take(pictures, FAR, 150);
    }
  }

  /** Waits until what is being made is kept. */
  private Path awaitKept() throws Exception {
    while (kept().stream().noneMatch(file -> file.toString().endsWith(".tif"))) {
      assertTrue(sharper.tryAcquire(60, TimeUnit.SECONDS), "nobody says that it is kept");
    }
    List<Path> files = kept();
    assertEquals(1, files.size(), files.toString());
    return files.get(0);
  }

  @Test
  void smallVersionsAreMadeOnceAndUsedFromThenOn() throws Exception {
    FileTime first;
    try (ImageryPictures pictures = pictures()) {
      assertTrue(Shots.isFull(Shots.take(pictures, Shots.ground(500, 500, 300, 300), 300)));
      assertEquals(List.of(), kept(), "what is close by needs none");
      awaitWhole(pictures);
      first = (FileTime) Files.getAttribute(awaitKept(), "creationTime");
      for (int size : new int[] {900, 500, 250, 120, 60}) {
        double difference = Shots.difference(Shots.take(pictures, FAR, size), FAR, WAVES);
        assertTrue(difference < 2, size + ": " + difference);
      }
    }
    sharper.drainPermits();
    try (ImageryPictures pictures = pictures()) {
      assertTrue(Shots.isFull(Shots.take(pictures, FAR, 150)), "at once");
      assertEquals(0, sharper.availablePermits());
    }
    assertEquals(first, Files.getAttribute(awaitKept(), "creationTime"));
  }

  @Test
  void anImageThatHasChangedGetsNewOnes() throws Exception {
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures);
      awaitKept();
    }
    Files.setLastModifiedTime(image, FileTime.fromMillis(1_000_000_000_000L));
    try (ImageryPictures pictures = pictures()) {
      assertTrue(Shots.isEmpty(Shots.take(pictures, FAR, 150)) || sharper.tryAcquire());
      awaitWhole(pictures);
    }
    assertEquals(2, kept().size());
  }

  @Test
  void aBrokenVersionIsMadeAgain() throws Exception {
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures);
      awaitKept();
    }
    byte[] whole = Files.readAllBytes(awaitKept());
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 3);
    Files.write(awaitKept(), half);
    try (ImageryPictures pictures = pictures()) {
      double close = Shots.difference(Shots.take(pictures, FAR, 900), FAR, WAVES);
      assertTrue(close < 256, "it does not fail");
      awaitWhole(pictures);
      assertEquals(List.of(), pictures.faults(), "the image itself is whole");
    }
    Files.writeString(awaitKept(), "This is no image.");
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures);
    }
  }

  @Test
  void withoutAFolderItIsShownAllTheSame() throws Exception {
    Files.createDirectories(cache.getParent());
    Files.writeString(cache, "a file where the folder should be");
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures);
      for (int size : new int[] {900, 300}) {
        double difference = Shots.difference(Shots.take(pictures, FAR, size), FAR, WAVES);
        assertTrue(difference < 2.5, size + ": " + difference);
      }
      assertEquals(List.of(), pictures.faults());
    }
  }

  @Test
  void closingLeavesNothingUnfinished() throws Exception {
    ImageryPictures pictures = pictures();
    assertTrue(Shots.take(pictures, FAR, 150).width() == 150);
    pictures.close();
    assertTrue(kept().stream().noneMatch(file -> file.toString().endsWith(".part")));
  }
}
