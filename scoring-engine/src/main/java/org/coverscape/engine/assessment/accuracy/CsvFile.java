package org.coverscape.engine.assessment.accuracy;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.assessment.AssessmentException;

/**
 * Reads tables as RFC 4180 has them, and as spreadsheets write them: parted by commas, semicolons
 * or tabs, whichever the first line has most of.
 */
final class CsvFile {
  private static final long MOST_BYTES = 64L << 20;

  private CsvFile() {}

  /**
   * The rows of a file, the head among them.
   *
   * @throws IOException when it cannot be read
   * @throws AssessmentException with one plain sentence when it is no such table
   */
  static List<List<String>> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new AssessmentException("There is no file " + file + "; check the path.");
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new AssessmentException(file + " is too large for a table of labels.");
    }
    try {
      return rows(Files.readString(file, StandardCharsets.UTF_8).replace("\uFEFF", ""));
    } catch (CharacterCodingException e) {
      throw new AssessmentException(file + " is no text in UTF-8; save it as CSV in UTF-8.", e);
    }
  }

  private static List<List<String>> rows(String text) {
    char separator = separator(text.lines().findFirst().orElse(""));
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        // a doubled mark within marks is one mark of the text
        if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append(c);
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (!quoted && c == separator) {
        row.add(take(cell));
      } else if (!quoted && c == '\n') {
        row.add(take(cell));
        rows.add(row);
        row = new ArrayList<>();
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    if (cell.length() > 0 || !row.isEmpty()) {
      row.add(take(cell));
      rows.add(row);
    }
    return rows;
  }

  private static String take(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text;
  }

  private static char separator(String head) {
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      if (count(head, c) > count(head, best)) {
        best = c;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }
}
