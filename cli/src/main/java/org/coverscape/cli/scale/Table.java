package org.coverscape.cli.scale;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of the document, as Markdown. */
final class Table {
  private final List<String> lines = new ArrayList<>();

  /** A table with its columns' names; all but the first hold numbers. */
  Table(String... columns) {
    row((Object[]) columns);
    lines.add("|---|" + "--:|".repeat(columns.length - 1));
  }

  /** Adds a row; cells are written as they are. */
  Table row(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    lines.add(line.toString());
    return this;
  }

  /** The table's lines, each with its end. */
  String markdown() {
    return String.join("\n", lines) + "\n";
  }

  /** A whole number with commas. */
  static String whole(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }

  /** A rate, rounded to a hundred images a second: the model knows no more. */
  static String rate(double perSecond) {
    return whole(Math.round(perSecond / 100) * 100.0);
  }

  /** A share in percent. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  /** A length of time in minutes and seconds. */
  static String minutes(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60);
  }
}
