package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.access.AnyImagery;
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
    return new ImageryPictures(Shots.tiles(image), cache, AnyImagery.local(), sharper::release);
  }

  private List<Path> kept() throws IOException {
    if (!Files.isDirectory(cache)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> file.toString().endsWith(".tif")).toList();
    }
  }

  /** Waits until a picture from far away is whole and sharp. */
  private void awaitWhole(ImageryPictures pictures, int size) throws Exception {
    Picture picture = Shots.take(pictures, FAR, size);
    while (!Shots.isFull(picture) || Shots.difference(picture, FAR, WAVES) > 2.5) {
      assertTrue(sharper.tryAcquire(60, TimeUnit.SECONDS), "nobody says that it is sharper");
      picture = Shots.take(pictures, FAR, size);
    }
  }

  /** Waits until so many small versions are kept, while what makes them is open. */
  private List<Path> awaitKept(int count) throws Exception {
    while (kept().size() < count) {
      assertTrue(sharper.tryAcquire(60, TimeUnit.SECONDS), "nobody says that it is kept");
    }
    assertEquals(count, kept().size());
    return kept();
  }

  private Path makeOne() throws Exception {
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures, 150);
      return awaitKept(1).get(0);
    }
  }

  @Test
  void smallVersionsAreMadeOnceAndUsedFromThenOn() throws Exception {
    try (ImageryPictures pictures = pictures()) {
      assertTrue(Shots.isFull(Shots.take(pictures, Shots.ground(500, 500, 300, 300), 300)));
      assertEquals(List.of(), kept(), "what is close by needs none");
      awaitWhole(pictures, 150);
      awaitKept(1);
      for (int size : new int[] {900, 500, 250, 120, 60}) {
        awaitWhole(pictures, size);
      }
    }
    byte[] first = Files.readAllBytes(awaitKept(1).get(0));
    sharper.drainPermits();
    try (ImageryPictures pictures = pictures()) {
      assertTrue(Shots.isFull(Shots.take(pictures, FAR, 150)), "at once");
    }
    assertEquals(0, sharper.availablePermits(), "nothing was made");
    assertArrayEquals(first, Files.readAllBytes(awaitKept(1).get(0)));
  }

  @Test
  void anImageThatHasChangedGetsNewOnes() throws Exception {
    makeOne();
    Files.setLastModifiedTime(image, FileTime.fromMillis(1_000_000_000_000L));
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures, 150);
      awaitKept(2);
    }
  }

  @Test
  void aBrokenVersionIsMadeAgain() throws Exception {
    Path file = makeOne();
    byte[] whole = Files.readAllBytes(file);
    for (byte[] broken : List.of(Arrays.copyOf(whole, whole.length / 3), new byte[] {1, 2, 3})) {
      Files.write(file, broken);
      try (ImageryPictures pictures = pictures()) {
        awaitWhole(pictures, 900);
        awaitWhole(pictures, 150);
        while (!Files.exists(file) || Files.size(file) != whole.length) {
          assertTrue(sharper.tryAcquire(60, TimeUnit.SECONDS), "it is not made again");
        }
        assertEquals(List.of(), pictures.faults(), "the image itself is whole");
      }
      assertArrayEquals(whole, Files.readAllBytes(file));
    }
  }

  @Test
  void withoutAFolderItIsShownAllTheSame() throws Exception {
    Files.createDirectories(cache.getParent());
    Files.writeString(cache, "a file where the folder should be");
    try (ImageryPictures pictures = pictures()) {
      awaitWhole(pictures, 150);
      awaitWhole(pictures, 900);
      awaitWhole(pictures, 300);
      assertEquals(List.of(), pictures.faults());
    }
  }

  @Test
  void closingLeavesNothingUnfinished() throws Exception {
    ImageryPictures pictures = pictures();
    assertEquals(150, Shots.take(pictures, FAR, 150).width());
    pictures.close();
    if (Files.isDirectory(cache)) {
      try (Stream<Path> files = Files.list(cache)) {
        assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
      }
    }
  }
}
