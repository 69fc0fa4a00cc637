package org.coverscape.benchmarks.path;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.access.ConnectedImagery;
import org.coverscape.engine.picture.BandView;
import org.coverscape.engine.picture.ImageryPictures;
import org.coverscape.engine.picture.Stretch;
import org.coverscape.engine.web.WebSettings;
import org.locationtech.jts.geom.Envelope;

/**
 * How long a tile of the map takes, of one image after the other, from the zoom that shows it whole
 * to the one that shows each pixel: when the image is seen for the first time, when it is opened
 * again later, and when the tile is made again. What an image says of itself, such as that it has
 * no overviews on the web, stands below its line.
 */
public final class MapTiles {
  private static final int PIXELS = 256;
  private static final double WORLD = 2 * Math.PI * 6_378_137;
  private static final int DEEPEST = 18;
  private static final int MOST_TILES = 16;
  private static final int QUIET_SECONDS = 4;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private MapTiles() {}

  /** Takes files and addresses of images. */
  public static void main(String[] args) throws Exception {
    try (ConnectedImagery imagery = new ConnectedImagery(WebSettings.DEFAULT)) {
      // what runs first pays for the compiler, and is not counted
      for (String image : args) {
        measure(imagery, image, false);
      }
      System.out.println(
          "| image | first time, ms: median, worst (worst of CPU) | opened again | made again | settled |");
      System.out.println("|---|---|---|---|---|");
      for (String image : args) {
        measure(imagery, image, true);
      }
    }
  }

  private static void measure(ConnectedImagery imagery, String image, boolean told)
      throws Exception {
    ImageLocation location =
        image.startsWith("http") ? ImageLocation.parse(image) : ImageLocation.of(Path.of(image));
    ImageryTile tile = imagery.access().describe(location);
    Path cache = Files.createTempDirectory("map-tiles");
    Semaphore sharper = new Semaphore(0);
    List<double[]> first = new ArrayList<>();
    double settled = 0;
    for (int zoom = widest(tile, imagery, cache); zoom <= DEEPEST; zoom++) {
      try (ImageryPictures fresh = pictures(tile, imagery, cache.resolve("z" + zoom), () -> {})) {
        first.add(render(fresh, zoom));
      }
    }
    List<String> faults = List.of();
    long began = System.nanoTime();
    try (ImageryPictures making = pictures(tile, imagery, cache, sharper::release)) {
      render(making, widest(tile, imagery, cache));
      while (sharper.tryAcquire(QUIET_SECONDS, TimeUnit.SECONDS)) {
        settled = (System.nanoTime() - began) / 1e9;
      }
      faults = making.faults();
    }
    List<double[]> opened = new ArrayList<>();
    List<double[]> again = new ArrayList<>();
    for (int zoom = widest(tile, imagery, cache); zoom <= DEEPEST; zoom++) {
      try (ImageryPictures kept = pictures(tile, imagery, cache, () -> {})) {
        opened.add(render(kept, zoom));
        again.add(render(kept, zoom));
      }
    }
    if (told) {
      System.out.printf(
          "| %s | %s | %s | %s | %.1f s |%n",
          image.substring(image.lastIndexOf('/') + 1),
          text(first),
          text(opened),
          text(again),
          settled);
      System.out.printf(
          "  by zoom: %s; opened again: %s %s%n", byZoom(first), byZoom(opened), faults);
    }
  }

  private static ImageryPictures pictures(
      ImageryTile tile, ConnectedImagery imagery, Path cache, Runnable sharper) {
    return new ImageryPictures(List.of(tile), cache, imagery.access(), sharper);
  }

  private static int widest(ImageryTile tile, ConnectedImagery imagery, Path cache) {
    try (ImageryPictures pictures = pictures(tile, imagery, cache, () -> {})) {
      Envelope ground = pictures.extent();
      double size = Math.max(ground.getWidth(), ground.getHeight());
      return (int) Math.floor(Math.log(WORLD / size) / Math.log(2));
    }
  }

  /** Milliseconds, and those of CPU, of each of some tiles, spread evenly over the image. */
  private static double[] render(ImageryPictures pictures, int zoom) throws InterruptedException {
    double size = WORLD / (1 << zoom);
    Envelope all = pictures.extent();
    List<Envelope> tiles = new ArrayList<>();
    for (double x = Math.floor(all.getMinX() / size); x * size < all.getMaxX(); x++) {
      for (double y = Math.floor(all.getMinY() / size); y * size < all.getMaxY(); y++) {
        tiles.add(new Envelope(x * size, (x + 1) * size, y * size, (y + 1) * size));
      }
    }
    int wanted = Math.min(MOST_TILES, tiles.size());
    double[] times = new double[2 * wanted];
    for (int i = 0; i < wanted; i++) {
      Envelope ground = tiles.get((int) ((long) i * tiles.size() / wanted));
      long began = System.nanoTime();
      long worked = THREADS.getCurrentThreadCpuTime();
      pictures.render(ground, PIXELS, PIXELS, BandView.TRUE_COLOUR, Stretch.NONE);
      times[2 * i] = (System.nanoTime() - began) / 1e6;
      times[2 * i + 1] = (THREADS.getCurrentThreadCpuTime() - worked) / 1e6;
    }
    return times;
  }

  /** Every second number of some, from a first one on, in order. */
  private static double[] sorted(Stream<double[]> times, int first) {
    return times
        .flatMapToDouble(
            some ->
                IntStream.range(0, some.length)
                    .filter(i -> i % 2 == first)
                    .mapToDouble(i -> some[i]))
        .sorted()
        .toArray();
  }

  /** Median and worst, and the worst of CPU time. */
  private static String text(List<double[]> times) {
    double[] all = sorted(times.stream(), 0);
    double[] cpu = sorted(times.stream(), 1);
    return String.format(
        "%.0f, %.0f (%.0f)", all[all.length / 2], all[all.length - 1], cpu[cpu.length - 1]);
  }

  private static String byZoom(List<double[]> times) {
    return times.stream()
        .map(some -> sorted(Stream.of(some), 0))
        .map(some -> String.format("%.0f", some[some.length - 1]))
        .toList()
        .toString();
  }
}
