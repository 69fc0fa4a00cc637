package org.coverscape.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.coverscape.engine.evaluation.AnsweredImage;
import org.coverscape.engine.landcover.ClassScores;
import org.coverscape.engine.landcover.LandCoverClass;

/** The answers of an evaluation as a table in UTF-8: one row for each image, in RFC 4180's form. */
final class AnswersCsv {
  private AnswersCsv() {}

  /**
   * Writes the table, over one that is there.
   *
   * @throws UserException when the file cannot be written
   */
  static void write(List<AnsweredImage> answers, Path file) {
    StringBuilder csv = new StringBuilder("file,truth,answer,confidence");
    LandCoverClass.ALL.forEach(c -> csv.append(',').append(c.label()));
    csv.append('\n');
    answers.forEach(answer -> append(csv, answer));
    try {
      Files.writeString(file, csv);
    } catch (IOException e) {
      throw new UserException(
          "The answers cannot be written to " + file + "; check that its folder can be written to.",
          e);
    }
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
