package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coverscape.engine.imagery.GeoTiffRasterReader;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.RasterReader;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.raster.GdalTool;
import org.coverscape.engine.region.PixelWindow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Real NAIP, where the shared data are beside the project. */
class RealPicturesTest {
  private static final int SIZE = 256;

  @TempDir Path folder;

  private static Path naip(String name) {
    Path path = Path.of(System.getProperty("coverscape.root", "."), "../shared/data/naip", name);
    Assumptions.assumeTrue(Files.exists(path), "needs the shared data: naip/" + name);
    return path;
  }

  private static List<ImageryTile> tiles(String name) throws IOException {
    List<ImageryTile> tiles = new ArrayList<>();
    try (Stream<Path> files = Files.list(naip(name))) {
      files
          .filter(file -> file.toString().endsWith(".tif"))
          .sorted()
          .map(Shots::tile)
          .forEach(tiles::add);
    }
    return tiles;
  }

  @Test
  void everyImageFillsAPictureOfItsMiddle() throws Exception {
    for (String name : List.of("utm", "scenes", "urban", "years")) {
      for (ImageryTile tile : tiles(name)) {
        try (ImageryPictures pictures =
            new ImageryPictures(List.of(tile), folder, AnyImagery.local())) {
          Envelope middle = new Envelope(pictures.extent().centre());
          middle.expandBy(pictures.extent().getWidth() / 4, pictures.extent().getHeight() / 4);
          Picture picture = Shots.take(pictures, middle, 64);
          assertTrue(Shots.isFull(picture), tile.id());
          assertEquals(List.of(), pictures.faults());
        }
      }
    }
  }

  @Test
  void gdalwarpShowsTheSame() throws Exception {
    List<String> names =
        List.of(
            "utm/m_3511955_sw_11_1_20150101.tif",
            "utm/m_3211421_se_11_1_20150101.tif",
            "scenes/302.tif",
            "scenes/berkeley_3857.tif",
            "urban/chico_2018_0.tif",
            "years/m_4709963_se_14_1_20160816.tif");
    for (String name : names) {
      ImageryTile tile = Shots.tile(naip(name));
      try (ImageryPictures pictures =
          new ImageryPictures(List.of(tile), folder, AnyImagery.local())) {
        for (int part : new int[] {1, 2, 8}) {
          Coordinate middle = pictures.extent().centre();
          double half = pictures.extent().getWidth() / (2.2 * part);
          Envelope ground =
              new Envelope(middle.x - half, middle.x + half, middle.y - half, middle.y + half);
          Picture mine = Shots.take(pictures, ground, SIZE);
          boolean larger = 2 * half / SIZE > 1.2 * tile.gsd();
          byte[] theirs =
              warped(tile.location().file().orElseThrow(), ground, larger ? "average" : "bilinear");
          double difference = difference(mine, theirs);
          assertTrue(difference < 4, name + " / " + part + ": " + difference);
        }
      }
    }
  }

  /** All bands of what gdalwarp makes of an image. */
  private byte[] warped(Path image, Envelope ground, String method) throws Exception {
    Path out = folder.resolve("warped.tif");
    Files.deleteIfExists(out);
    GdalTool.run(
        "gdalwarp",
        "-q",
        "-nosrcalpha",
        "-t_srs",
        "EPSG:3857",
        "-te",
        Double.toString(ground.getMinX()),
        Double.toString(ground.getMinY()),
        Double.toString(ground.getMaxX()),
        Double.toString(ground.getMaxY()),
        "-ts",
        Integer.toString(SIZE),
        Integer.toString(SIZE),
        "-r",
        method,
        image.toString(),
        out.toString());
    try (RasterReader reader = GeoTiffRasterReader.open(out)) {
      byte[] rgb = reader.readRgb(new PixelWindow(0, 0, SIZE, SIZE));
      assertEquals(SIZE * SIZE * 3, rgb.length);
      return rgb;
    }
  }

  /** Mean absolute difference in grey levels where both show something. */
  private static double difference(Picture mine, byte[] theirs) {
    long sum = 0;
    int count = 0;
    for (int i = 0; i < mine.argb().length; i++) {
      int argb = mine.argb()[i];
      int other =
          (theirs[3 * i] & 255) << 16 | (theirs[3 * i + 1] & 255) << 8 | theirs[3 * i + 2] & 255;
      if (argb != 0 && other != 0) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((argb >> shift & 255) - (other >> shift & 255));
        }
        count += 3;
      }
    }
    assertTrue(count > SIZE * SIZE, "pixels to compare: " + count / 3);
    return (double) sum / count;
  }
}
