package org.coverscape.engine.inference;

import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Words for people. */
final class Sentences {
  private Sentences() {}

  /** Joins as in "a, b and c". */
  static Collector<String, ?, String> joining() {
    return Collectors.collectingAndThen(Collectors.toList(), Sentences::join);
  }

  private static String join(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
