package org.coverscape.engine.imagery.mrf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coverscape.engine.region.Crs;

/** The coordinate system of an MRF. */
final class MrfCrs {
  /** What ends well-known text of either kind that has a code. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:AUTHORITY\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"|ID\\s*\\[\\s*\"EPSG\"\\s*,\\s*)"
              + "(\\d{4,6})\"?\\s*\\]\\s*\\]\\s*$",
          Pattern.CASE_INSENSITIVE);

  /** Characters of well-known text; those of a system take about a thousand. */
  private static final int MOST_TEXT = 1 << 16;

  private MrfCrs() {}

  /** The system that its text names by EPSG code, or else the one it spells out. */
  static Crs of(MrfHeader header) throws MrfException {
    String text =
        header
            .projection()
            .orElseThrow(
                () -> new MrfException("It does not say what coordinate system it is in."));
    if (text.length() > MOST_TEXT) {
      throw MrfException.damaged();
    }
    Matcher code = CODE.matcher(text.substring(Math.max(0, text.length() - 100)));
    boolean found = code.find();
    try {
      return found ? Crs.ofEpsg(Integer.parseInt(code.group(1))) : Crs.parse(text);
    } catch (RuntimeException e) {
      throw new MrfException(
          found
              ? "Its coordinate system, EPSG:" + code.group(1) + ", is not known."
              : "Its coordinate system is not known; reproject it to UTM.",
          e);
    }
  }
}
