package org.coverscape.cli;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns as wide as they need. */
final class TextTable {
  private TextTable() {}

  /**
   * The lines.
   *
   * @param alignment a letter for each column: {@code l} or {@code r}
   * @param rows the head first
   */
  static List<String> lines(String alignment, List<List<String>> rows) {
    int[] widths = new int[alignment.length()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blanks = " ".repeat(widths[i] - row.get(i).length());
        boolean left = alignment.charAt(i) == 'l';
        line.append("  ").append(left ? row.get(i) + blanks : blanks + row.get(i));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }
}
