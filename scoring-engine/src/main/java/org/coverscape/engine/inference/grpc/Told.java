package org.coverscape.engine.inference.grpc;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service tells of itself, fit for a person's line: without line breaks, what commands a
 * terminal or turns the writing round, and not without end.
 */
final class Told {
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");
  private static final int LONGEST = 160;
  private static final int MOST = 8;

  private Told() {}

  /** Words. */
  static String words(String text) {
    boolean cut = text.length() > LONGEST;
    String line =
        UNPRINTABLE.matcher(cut ? text.substring(0, LONGEST) : text).replaceAll(" ").trim();
    return cut ? line + "…" : line;
  }

  /** Names, with commas between. */
  static String names(List<String> names) {
    return joined(names.stream().limit(MOST).map(Told::words).toList(), names.size(), ", ");
  }

  /** The sizes of a tensor, such as 1 × 224 × 224 × 3. */
  static String sizes(List<Long> sizes) {
    return joined(sizes.stream().limit(MOST).map(String::valueOf).toList(), sizes.size(), " × ");
  }

  private static String joined(List<String> some, int all, String between) {
    return some.stream().collect(Collectors.joining(between)) + (all > MOST ? between + "…" : "");
  }
}
