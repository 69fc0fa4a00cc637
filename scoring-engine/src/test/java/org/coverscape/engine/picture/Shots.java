package org.coverscape.engine.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.fixtures.Ground;
import org.coverscape.engine.fixtures.TiffFixtures;
import org.coverscape.engine.imagery.ImageryIndexer;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.IndexOutcome;
import org.coverscape.engine.imagery.access.AnyImagery;
import org.coverscape.engine.region.CoordinateTransform;
import org.coverscape.engine.region.Crs;
import org.locationtech.jts.geom.Envelope;

/** Helps to take pictures of fixtures and to look at them. */
final class Shots {
  static final Crs MAP = Crs.ofEpsg(3857);

  private Shots() {}

  static ImageryTile tile(Path file) {
    IndexOutcome outcome = new ImageryIndexer(AnyImagery.local()).read(file);
    if (outcome instanceof IndexOutcome.Indexed indexed) {
      return indexed.tile();
    }
    throw new AssertionError(outcome.toString());
  }

  static List<ImageryTile> tiles(Path... files) {
    return Arrays.stream(files).map(Shots::tile).toList();
  }

  /** The map's envelope of some metres of the fixtures' zone, from the fixtures' corner. */
  static Envelope ground(double east, double south, double width, double height) {
    double x = TiffFixtures.WEST + east;
    double y = TiffFixtures.NORTH - south;
    double[] corners = {x, y, x + width, y - height};
    TiffFixtures.ZONE.crs().to(MAP).transform(corners, 2);
    return new Envelope(corners[0], corners[2], corners[1], corners[3]);
  }

  static Picture take(ImageryPictures pictures, Envelope ground, int size)
      throws InterruptedException {
    Optional<Picture> picture =
        pictures.render(ground, size, size, BandView.TRUE_COLOUR, Stretch.NONE);
    return picture.orElseThrow();
  }

  static int pixel(Picture picture, int x, int y) {
    return picture.argb()[y * picture.width() + x];
  }

  static boolean isFull(Picture picture) {
    return Arrays.stream(picture.argb()).allMatch(argb -> argb >>> 24 == 255);
  }

  static boolean isEmpty(Picture picture) {
    return Arrays.stream(picture.argb()).allMatch(argb -> argb == 0);
  }

  /** Mean absolute difference in grey levels to the colours of the ground itself. */
  static double difference(Picture picture, Envelope ground, Ground truth) {
    CoordinateTransform toZone = MAP.to(TiffFixtures.ZONE.crs());
    long sum = 0;
    int count = 0;
    for (int i = 0; i < picture.argb().length; i++) {
      double col = i % picture.width() + 0.5;
      double row = Math.floorDiv(i, picture.width()) + 0.5;
      double[] xy = {
        ground.getMinX() + col * ground.getWidth() / picture.width(),
        ground.getMaxY() - row * ground.getHeight() / picture.height()
      };
      toZone.transform(xy, 1);
      if (picture.argb()[i] != 0) {
        sum += difference(picture.argb()[i], truth.colour(xy[0], xy[1]));
        count += 3;
      }
    }
    assertTrue(count > 300, "nothing to compare");
    return (double) sum / count;
  }

  static double difference(Picture one, Picture other) {
    long sum = 0;
    for (int i = 0; i < one.argb().length; i++) {
      sum += difference(one.argb()[i], other.argb()[i]);
    }
    return sum / (3.0 * one.argb().length);
  }

  private static int difference(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      sum += Math.abs((one >> shift & 255) - (other >> shift & 255));
    }
    return sum;
  }
}
