package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.Scene;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Envelope;

/** Images on the web: what is read of them, and faults that pass. The web is played by a file. */
class WebPicturesTest {
  private static final Ground WAVES = Ground.waves(700);

  private final Path folder;
  private final AtomicBoolean broken = new AtomicBoolean();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicLong nanos = new AtomicLong();

  WebPicturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private Path image(int width, int height) throws IOException {
    return Scene.utm(
            "web",
            TiffFixtures.ZONE,
            TiffFixtures.WEST,
            TiffFixtures.NORTH,
            1,
            width,
            height,
            WAVES)
        .writeTo(folder);
  }

  private ImageryPictures pictures(Path file) {
    ImageryTile tile = Shots.tile(file);
    ImageryTile onWeb =
        new ImageryTile(
            tile.id(),
            ImageLocation.parse(URI.create("https://example.org/web.tif").toString()),
            tile.crs(),
            tile.grid(),
            tile.width(),
            tile.height(),
            tile.bands(),
            tile.gsd(),
            tile.date(),
            tile.noData(),
            tile.footprint(),
            tile.fingerprint(),
            tile.synthetic());
    RasterReader.Opener web =
        asked -> {
          opened.incrementAndGet();
          if (broken.get()) {
            throw new IOException("The server does not answer.");
          }
          return AnyImagery.local().open(file);
        };
    return new ImageryPictures(List.of(onWeb), folder.resolve("cache"), web, () -> {}, nanos::get);
  }

  private static Picture take(ImageryPictures pictures, Envelope ground, int size)
      throws InterruptedException {
    return Shots.take(pictures, ground, size);
  }

  @Test
  void aFaultThatPassesIsForgottenAfterAWhileAndLaterEachTime() throws Exception {
    Envelope ground = Shots.ground(50, 50, 300, 300);
    try (ImageryPictures pictures = pictures(image(500, 500))) {
      broken.set(true);
      assertTrue(Shots.isEmpty(take(pictures, ground, 60)));
      assertTrue(Shots.isEmpty(take(pictures, ground, 60)));
      assertEquals(1, opened.get(), "it is not asked again at once");
      assertEquals(1, pictures.faults().size());
      assertFalse(pictures.retry());
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
      assertTrue(pictures.retry());
      assertTrue(Shots.isEmpty(take(pictures, ground, 60)));
      assertEquals(2, opened.get());
      broken.set(false);
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(29));
      assertFalse(pictures.retry(), "twice as long");
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
      assertTrue(pictures.retry());
      assertTrue(Shots.isFull(take(pictures, ground, 60)));
      assertEquals(List.of(), pictures.faults());
      assertFalse(pictures.retry());
    }
  }

  @Test
  void aFaultIsToldUntilSomethingCouldBeRead() throws Exception {
    Envelope ground = Shots.ground(50, 50, 300, 300);
    try (ImageryPictures pictures = pictures(image(500, 500))) {
      broken.set(true);
      assertTrue(Shots.isEmpty(take(pictures, ground, 60)));
      nanos.addAndGet(TimeUnit.SECONDS.toNanos(15));
      assertTrue(pictures.retry());
      assertEquals(1, pictures.faults().size(), "nothing has become of the second try yet");
      nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
      assertFalse(pictures.retry(), "the second try has not begun");
      assertTrue(Shots.isEmpty(take(pictures, ground, 60)));
      assertEquals(1, pictures.faults().size());
      nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
      assertTrue(pictures.retry());
      broken.set(false);
      assertTrue(Shots.isFull(take(pictures, ground, 60)));
      assertEquals(List.of(), pictures.faults());
    }
  }

  @Test
  void aFaultOfAFileStays() throws Exception {
    Path gone = image(500, 500);
    try (ImageryPictures pictures =
        new ImageryPictures(Shots.tiles(gone), folder, AnyImagery.local(), () -> {}, nanos::get)) {
      Files.delete(gone);
      assertTrue(Shots.isEmpty(take(pictures, Shots.ground(50, 50, 300, 300), 60)));
      nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
      assertFalse(pictures.retry());
      assertEquals(1, pictures.faults().size());
    }
  }

  @Test
  void aLargeImageWithoutOverviewsIsNotReadAsAWhole() throws Exception {
    // just more than may be fetched
    try (ImageryPictures pictures = pictures(image(4000, 2200))) {
      assertTrue(Shots.isEmpty(take(pictures, Shots.ground(50, 50, 3900, 2000), 100)));
      assertEquals(1, pictures.faults().size());
      assertTrue(pictures.faults().get(0).contains("zoom in to see it"), pictures.faults().get(0));
      assertFalse(pictures.retry());
      Envelope near = Shots.ground(1500, 900, 200, 200);
      Picture picture = take(pictures, near, 100);
      assertTrue(Shots.isFull(picture));
      assertTrue(Shots.difference(picture, near, WAVES) < 2.5);
      assertEquals(List.of(), pictures.faults(), "it is seen now");
    }
    assertFalse(Files.exists(folder.resolve("cache")), "nothing was made");
  }
}
