package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.evaluation.AnsweredImage;
import org.coverscape.engine.export.DraftFile;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/** The answers of an evaluation as a table in UTF-8: one row for each image, in RFC 4180's form. */
final class AnswersCsv {
  private AnswersCsv() {}

  /**
   * Checks the file's name before minutes are spent on its rows.
   *
   * @throws UserException when it is a folder, or in none
   */
  static void check(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
      throw new UserException(
          "--answers is a file in a folder that is there, such as answers.csv, not " + file + ".");
    }
  }

  /**
   * Writes the table, over one that is there.
   *
   * @throws IOException with one sentence when the file cannot be written
   */
  static void write(List<AnsweredImage> answers, Path file) throws IOException {
    StringBuilder csv = new StringBuilder("file,truth,answer,confidence");
    LandCoverClass.ALL.forEach(c -> csv.append(',').append(c.label()));
    csv.append('\n');
    answers.forEach(answer -> append(csv, answer));
    DraftFile.write(file, csv.toString());
  }

  private static void append(StringBuilder csv, AnsweredImage answered) {
    ClassScores scores = answered.scores();
    csv.append('"')
        .append(answered.image().file().toString().replace("\"", "\"\""))
        .append("\",")
        .append(answered.image().truth().label())
        .append(',')
        .append(scores.best().map(LandCoverClass::label).orElse("unclassified"))
        .append(',')
        .append(scores.confidence());
    for (LandCoverClass c : LandCoverClass.ALL) {
      csv.append(String.format(Locale.ROOT, ",%.5f", scores.of(c)));
    }
    csv.append('\n');
  }
}
