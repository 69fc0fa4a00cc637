package org.coverscape.engine.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.DoubleConsumer;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;

/**
 * What a first start opens: the synthetic image, painted when it is missing, and a region on it.
 *
 * <p>Stateless; may be used by any thread.
 */
public final class SampleArea {
  /** Name of the image; its end holds the date, and the id says that no camera took it. */
  public static final String FILE_NAME = "synthetic_sample_20210615.tif";

  /** The outline, in degrees: as a scientist would draw it, across the cells of the chip grid. */
  private static final double[][] OUTLINE = {
    {-98.92662, 39.98560},
    {-98.91655, 39.98613},
    {-98.90659, 39.98531},
    {-98.89839, 39.98602},
    {-98.88750, 39.98439},
    {-98.88587, 39.97826},
    {-98.88682, 39.97106},
    {-98.88543, 39.96385},
    {-98.88848, 39.95799},
    {-98.88673, 39.95448},
    {-98.89785, 39.95503},
    {-98.90195, 39.95431},
    {-98.91190, 39.95594},
    {-98.92103, 39.95451},
    {-98.92630, 39.95983},
    {-98.92465, 39.96748},
    {-98.92640, 39.97469},
    {-98.92534, 39.98010},
  };

  /** Ground that is left out, in degrees. */
  private static final double[][] HOLE = {
    {-98.90545, 39.96206},
    {-98.90252, 39.96278},
    {-98.90042, 39.96071},
    {-98.90230, 39.95891},
    {-98.90510, 39.95972},
  };

  private SampleArea() {}

  /**
   * The image in a folder, which are both made when they are missing; painting takes seconds.
   *
   * @throws IOException with one sentence for a person when it cannot be written
   */
  public static Path ensure(Path folder) throws IOException {
    return ensure(folder, done -> {});
  }

  /**
   * The same, and tells how far the painting is.
   *
   * @param progress is told the part that is done, 0 to 1, by the calling thread; it may be told
   *     nothing when the image is there
   */
  public static Path ensure(Path folder, DoubleConsumer progress) throws IOException {
    Path file = folder.resolve(FILE_NAME);
    if (Files.isRegularFile(file)) {
      return file;
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new IOException(
          folder + " cannot be made; choose a folder that may be written to for the sample.", e);
    }
    SyntheticQuarterQuad.SAMPLE.write(file, progress);
    return file;
  }

  /** A polygon with a hole, in degrees of WGS 84, within the image. */
  public static Region region() {
    GeometryFactory factory = new GeometryFactory();
    LinearRing[] holes = {ring(factory, HOLE)};
    return new Region(factory.createPolygon(ring(factory, OUTLINE), holes), Crs.WGS84);
  }

  private static LinearRing ring(GeometryFactory factory, double[][] corners) {
    Coordinate[] closed = new Coordinate[corners.length + 1];
    Arrays.setAll(
        closed,
        i -> new Coordinate(corners[i % corners.length][0], corners[i % corners.length][1]));
    return factory.createLinearRing(closed);
  }
}
