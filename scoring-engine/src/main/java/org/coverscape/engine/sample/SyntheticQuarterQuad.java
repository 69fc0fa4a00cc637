package org.coverscape.engine.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.function.DoubleConsumer;
import org.coverscape.engine.imagery.PixelGrid;
import org.coverscape.engine.raster.GeoTiffSpec;
import org.coverscape.engine.raster.GeoTiffWriter;
import org.coverscape.engine.region.Crs;

/**
 * An aerial image that no camera took: red, green, blue and near-infrared bytes at 1 m, painted by
 * code in the manner of NAIP. It lies on open country of zone 14 but shows nothing that is there.
 *
 * <p>The same seed gives the same bytes. Painting needs a few seconds of one core and a few rows of
 * memory. Immutable and thread-safe.
 *
 * @param seed which landscape to paint
 */
public record SyntheticQuarterQuad(int seed) {
  /** The landscape of the bundled sample. */
  public static final SyntheticQuarterQuad SAMPLE = new SyntheticQuarterQuad(20210615);

  /** What the file says about itself. */
  public static final String DESCRIPTION =
      "Synthetic sample painted by Coverscape; not real ground";

  /** Columns, and rows: 16 chips and a margin, so that the chip grid's cells fit in. */
  public static final int SIZE = 3600;

  private static final int UTM_14N = 26914;
  private static final double WEST = 506_225;
  private static final double NORTH = 4_426_251;

  /** Where its pixels lie, in metres of {@link #crs}. */
  public static PixelGrid grid() {
    return PixelGrid.northUp(WEST, NORTH, 1, 1);
  }

  /** NAD83 / UTM zone 14N. */
  public static Crs crs() {
    return Crs.ofEpsg(UTM_14N);
  }

  /** What the file is to be. */
  public static GeoTiffSpec spec() {
    return GeoTiffSpec.of(SIZE, SIZE, 4, grid(), crs())
        .withNoData(0)
        .asCloudOptimized()
        .withDescription(DESCRIPTION)
        .withSoftware("Coverscape")
        .withDateTime(LocalDateTime.of(2021, 6, 15, 10, 42, 0));
  }

  /**
   * Paints the image into a file.
   *
   * @param progress is told the part that is done, 0 to 1, by the calling thread
   * @throws IOException with one sentence for a person when the file cannot be written
   */
  public void write(Path file, DoubleConsumer progress) throws IOException {
    SyntheticCamera camera = new SyntheticCamera(new Landscape(seed, SIZE), seed, SIZE, SIZE);
    GeoTiffWriter.write(
        file,
        spec(),
        (y, row) -> {
          camera.expose(y, row);
          progress.accept((y + 1) / (double) SIZE);
        });
  }
}
