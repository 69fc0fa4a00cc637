package org.coverscape.engine.assessment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.export.DraftFile;

/**
 * The files of an agreement.
 *
 * @param folder where they lie
 */
public record AgreementFiles(Path folder) {
  /** Matrix and figures. */
  public Path csv() {
    return folder.resolve("agreement.csv");
  }

  /** The same for a person. */
  public Path html() {
    return folder.resolve("agreement.html");
  }

  /** What the reference's codes were taken for. */
  public Path crosswalk() {
    return folder.resolve("crosswalk.csv");
  }

  /** Where the two part. */
  public Path raster() {
    return folder.resolve("disagreements.tif");
  }

  /**
   * Writes all of them, replacing older ones.
   *
   * @param step is told after each row of the raster of disagreements
   * @return the raster of disagreements; empty where it is left out because the reference's
   *     coordinate system has no EPSG code
   * @throws IOException with one plain sentence when one cannot be written
   */
  public Optional<Path> write(Agreement agreement, AgreementAssessor assessor, Runnable step)
      throws IOException {
    ClassPalette palette = ClassPalette.standard();
    DraftFile.write(csv(), AgreementCsv.text(agreement));
    DraftFile.write(crosswalk(), agreement.crosswalk().toCsv());
    DraftFile.write(html(), AgreementHtml.text(agreement, palette));
    DisagreementRaster disagreements = assessor.disagreements();
    if (!disagreements.canBeWritten()) {
      // one of an earlier assessment would be taken for this one's
      Files.deleteIfExists(raster());
      return Optional.empty();
    }
    disagreements.write(raster(), agreement, palette, step);
    return Optional.of(raster());
  }
}
