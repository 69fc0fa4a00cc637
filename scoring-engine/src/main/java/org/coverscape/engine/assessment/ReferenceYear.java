package org.coverscape.engine.assessment;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The year a reference raster shows, as its file's name or its description says. */
final class ReferenceYear {
  /** What is said where nobody knows. */
  static final String UNKNOWN = "unknown";

  /** A year that stands alone: not part of a date such as 20210604. */
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(19[7-9]\\d|20\\d\\d)(?!\\d)");

  private ReferenceYear() {}

  /** The first year in the file's name, else in its description. */
  static String of(Path file, Optional<String> description) {
    return find(file.toAbsolutePath().getFileName().toString())
        .or(() -> description.flatMap(ReferenceYear::find))
        .orElse(UNKNOWN);
  }

  private static Optional<String> find(String text) {
    Matcher year = YEAR.matcher(text);
    return year.find() ? Optional.of(year.group()) : Optional.empty();
  }
}
