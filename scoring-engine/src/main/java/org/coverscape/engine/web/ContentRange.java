package org.coverscape.engine.web;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header that says which bytes of a file an answer holds; RFC 9110, section 14.4.
 *
 * @param first position of the first; -1 where no byte is held
 * @param last position of the last; -2 where none is held
 * @param length bytes in the file, where it is told
 */
record ContentRange(long first, long last, OptionalLong length) {
  private static final Pattern FORM =
      Pattern.compile("bytes\\s+(?:(\\d{1,18})-(\\d{1,18})|\\*)/(\\d{1,18}|\\*)");

  /** Reads the header; empty when it is none. */
  static Optional<ContentRange> parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean none = matcher.group(1) == null;
    long first = none ? -1 : Long.parseLong(matcher.group(1));
    long last = none ? -2 : Long.parseLong(matcher.group(2));
    OptionalLong length =
        matcher.group(3).equals("*")
            ? OptionalLong.empty()
            : OptionalLong.of(Long.parseLong(matcher.group(3)));
    boolean sound = none || first <= last && (length.isEmpty() || last < length.getAsLong());
    return sound ? Optional.of(new ContentRange(first, last, length)) : Optional.empty();
  }

  /** How many bytes the answer holds. */
  long count() {
    return last - first + 1;
  }
}
