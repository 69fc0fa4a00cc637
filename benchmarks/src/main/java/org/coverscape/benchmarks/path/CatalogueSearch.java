package org.coverscape.benchmarks.path;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.store.SqliteTileCatalog;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * How long a catalogue on a disk takes to name the images of a region: as many quarter-quads as
 * there are asked for, over several years, all over the lower 48 states.
 */
public final class CatalogueSearch {
  private static final double TILE = 1 / 16.0;
  private static final int ACROSS = 16 * 58;
  private static final int YEARS = 4;
  private static final int SEARCHES = 200;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private CatalogueSearch() {}

  /** Takes the catalogue's file, to be made anew, and the number of images. */
  public static void main(String[] args) {
    int images = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
    try (SqliteTileCatalog catalog = SqliteTileCatalog.open(Path.of(args[0]))) {
      catalog.clear();
      long began = System.nanoTime();
      fill(catalog, images);
      System.out.printf(
          "%,d images written in %.1f s%n", images, (System.nanoTime() - began) / 1e9);
      for (double degrees : new double[] {0.05, 0.5, 1, 2}) {
        search(catalog, degrees, 0);
        search(catalog, degrees, 1);
      }
    }
  }

  private static void fill(SqliteTileCatalog catalog, int images) {
    List<ImageryTile> batch = new ArrayList<>();
    for (int i = 0; i < images; i++) {
      batch.add(tile(i));
      if (batch.size() == 1000 || i == images - 1) {
        catalog.putAll(batch);
        batch.clear();
      }
    }
  }

  private static ImageryTile tile(int number) {
    int place = number / YEARS;
    double west = -125 + place % ACROSS * TILE;
    int row = place / ACROSS;
    double south = 25 + row * TILE;
    return new ImageryTile(
        "m_" + number,
        ImageLocation.of(Path.of("/imagery", "m_" + number + ".tif")),
        Crs.ofEpsg(26900 + 10 + place % 10),
        PixelGrid.northUp(500_000, 4_000_000, 1, 1),
        6000,
        7000,
        4,
        1,
        Optional.of(LocalDate.of(2014 + 2 * (number % YEARS), 6, 15)),
        OptionalInt.of(0),
        SHAPES.toGeometry(
            new Envelope(west - 0.004, west + TILE + 0.004, south - 0.004, south + TILE + 0.004)),
        "1-" + number,
        false);
  }

  private static void search(SqliteTileCatalog catalog, double degrees, int round) {
    SplittableRandom random = new SplittableRandom(round);
    double[] millis = new double[SEARCHES];
    long found = 0;
    for (int i = 0; i < SEARCHES; i++) {
      double west = -124 + random.nextDouble() * 50;
      double south = 25.2 + random.nextDouble();
      Envelope box = new Envelope(west, west + degrees, south, south + degrees);
      long began = System.nanoTime();
      found +=
          catalog
              .covering(new Region(SHAPES.toGeometry(box), Crs.WGS84), OptionalInt.empty())
              .size();
      millis[i] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    if (round > 0) {
      System.out.printf(
          "%5.2f° square: %,d images, median %.1f ms, 99th of 100 %.1f ms%n",
          degrees, found / SEARCHES, millis[SEARCHES / 2], millis[SEARCHES * 99 / 100]);
    }
  }
}
