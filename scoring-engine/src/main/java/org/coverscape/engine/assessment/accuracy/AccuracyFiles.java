package org.coverscape.engine.assessment.accuracy;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.export.ClassPalette;
import org.coverscape.engine.export.DraftFile;

/**
 * The files of an accuracy.
 *
 * @param folder where they lie
 */
public record AccuracyFiles(Path folder) {
  /** Labels, shares and figures. */
  public Path csv() {
    return folder.resolve("accuracy.csv");
  }

  /** The same for a person. */
  public Path html() {
    return folder.resolve("accuracy.html");
  }

  /**
   * Writes both, replacing older ones.
   *
   * @throws IOException with one plain sentence when one cannot be written
   */
  public void write(Accuracy accuracy) throws IOException {
    DraftFile.write(csv(), AccuracyCsv.text(accuracy));
    DraftFile.write(html(), AccuracyHtml.text(accuracy, ClassPalette.standard()));
  }
}
