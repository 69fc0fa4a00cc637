package org.coverscape.engine.assessment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.coverscape.engine.analysis.GeodesicArea;
import org.coverscape.engine.imagery.ReferenceRaster;
import org.coverscape.engine.landcover.Crosswalk;
import org.coverscape.engine.landcover.LandCoverMap;
import org.coverscape.engine.landcover.MappedRegion;

/**
 * Holds a map against a reference raster. Not thread-safe.
 *
 * <p>The raster is walked row by row and never held whole.
 */
public final class AgreementAssessor implements AutoCloseable {
  private final MappedRegion map;
  private final Crosswalk crosswalk;
  private final Path file;
  private final ReferenceRaster raster;
  private final ReferenceMeaning meaning;
  private final ReferenceSampler sampler;

  private AgreementAssessor(
      MappedRegion map,
      Crosswalk crosswalk,
      Path file,
      ReferenceRaster raster,
      ReferenceSampler sampler) {
    this.map = map;
    this.crosswalk = crosswalk;
    this.file = file;
    this.raster = raster;
    this.sampler = sampler;
    meaning = new ReferenceMeaning(crosswalk, raster);
  }

  /**
   * Opens a reference.
   *
   * @param crosswalk what its codes are among the six classes
   * @throws IOException with one plain sentence when it is no raster of classes, or cannot be read
   * @throws AssessmentException when the map has no answers, or the two do not touch
   */
  public static AgreementAssessor open(MappedRegion map, Path file, Crosswalk crosswalk)
      throws IOException {
    checkScored(map);
    ReferenceRaster raster = ReferenceRaster.openNamed(file);
    try {
      ReferenceSampler sampler =
          ReferenceSampler.of(map, raster).orElseThrow(() -> doesNotTouch(file));
      return new AgreementAssessor(map, crosswalk, file, raster, sampler);
    } catch (RuntimeException e) {
      raster.close();
      throw e;
    }
  }

  /**
   * Checks that a map has answers.
   *
   * @throws AssessmentException when it has none
   */
  public static void checkScored(MappedRegion mapped) {
    LandCoverMap map = mapped.map();
    for (int row = map.minRow(); row < map.minRow() + map.rows(); row++) {
      for (int col = map.minCol(); col < map.minCol() + map.cols(); col++) {
        if (CellCategory.of(map, row, col) != CellCategory.UNSCORED) {
          return;
        }
      }
    }
    throw new AssessmentException(
        "The job has no scored cells to assess; finish it with 'coverscape score --resume' first.");
  }

  private static AssessmentException doesNotTouch(Path file) {
    return new AssessmentException(
        "The reference "
            + file
            + " does not touch the job's region; choose a raster of the same ground.");
  }

  /** How many rows of the reference are walked, once to count and once to paint. */
  public int rows() {
    return sampler.window().height();
  }

  /**
   * Counts the reference's pixels in the region.
   *
   * @param year the year the reference shows; empty to take it from the file
   * @param step is told after each of {@link #rows} rows
   * @throws IOException with one plain sentence when the reference cannot be read
   * @throws AssessmentException when there is not a pixel to compare
   */
  public Agreement count(OptionalInt year, Runnable step) throws IOException {
    CodeTally tally = new CodeTally();
    PixelAreas areas = new PixelAreas(raster.grid(), raster.crs(), sampler.window());
    for (int y = 0; y < sampler.window().height(); y++) {
      int top = y;
      sampler.row(
          y,
          (x, code, row, col) ->
              tally.add(code, CellCategory.of(map.map(), row, col), areas.of(x, top)));
      step.run();
    }
    List<CodeGround> codes =
        tally.present().mapToObj(code -> tally.of(code, meaning.of(code))).toList();
    double region = GeodesicArea.in(map.grid().crs()).of(map.region().geometry()) / 10_000;
    Agreement agreement = new Agreement(subject(year), crosswalk, codes, region);
    check(agreement);
    return agreement;
  }

  private Agreement.Subject subject(OptionalInt year) {
    return new Agreement.Subject(
        map.model(),
        ImageryDates.of(map),
        file.toAbsolutePath().getFileName().toString(),
        year.isPresent()
            ? String.valueOf(year.getAsInt())
            : ReferenceYear.of(file, raster.description()),
        raster.isMended(),
        raster.classes().names());
  }

  private void check(Agreement agreement) {
    if (agreement.pixels() == 0) {
      throw doesNotTouch(file);
    }
    if (agreement.matrix().total() > 0) {
      return;
    }
    throw new AssessmentException(
        agreement.unscored() > 0
            ? "The job has no scored cells where the reference has data; score that ground first."
            : agreement.unknown().isEmpty()
                ? "The reference "
                    + file
                    + " has no data in the job's region; choose a raster of the same ground."
                : "None of the reference's codes in the region is in the crosswalk; give one with"
                    + " --crosswalk.");
  }

  /** The raster of disagreements, on the reference's pixels. */
  DisagreementRaster disagreements() {
    return new DisagreementRaster(map.map(), raster, sampler, meaning);
  }

  @Override
  public void close() throws IOException {
    raster.close();
  }
}
