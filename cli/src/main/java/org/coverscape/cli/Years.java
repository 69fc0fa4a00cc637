package org.coverscape.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Years as they are named on the command line. */
final class Years {
  private static final int MOST = 100;

  private Years() {}

  /**
   * Reads {@code 2018}, {@code 2012,2018}, {@code 2015-2018} or {@code latest}, which is no list.
   *
   * @throws UserException when the text is none of them
   */
  static List<Integer> parse(String text) {
    if (text.equals("latest") || text.equals("all")) {
      return List.of();
    }
    return Arrays.stream(text.split(",", -1))
        .flatMapToInt(part -> years(part.strip(), text))
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  private static IntStream years(String part, String text) {
    if (part.matches("\\d{4}")) {
      return IntStream.of(Integer.parseInt(part));
    }
    if (part.matches("\\d{4}-\\d{4}")) {
      int from = Integer.parseInt(part.substring(0, 4));
      int to = Integer.parseInt(part.substring(5));
      if (from <= to && to - from < MOST) {
        return IntStream.rangeClosed(from, to);
      }
    }
    throw new UserException(
        "--year is a year such as 2018, a list such as 2012,2018, or latest, not '" + text + "'.");
  }
}
