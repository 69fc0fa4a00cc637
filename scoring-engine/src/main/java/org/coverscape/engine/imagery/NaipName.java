package org.coverscape.engine.imagery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The date in a file name of the National Agriculture Imagery Program.
 *
 * <p>Names are {@code m_LLOOOQQ_qq_ZZ_res_YYYYMMDD[_YYYYMMDD]}: latitude, longitude and quadrangle,
 * quarter, UTM zone, resolution, date of acquisition, date of publication; anything may follow.
 */
public final class NaipName {
  private static final Pattern NAME =
      Pattern.compile(
          "m_\\d{5}(\\d{2})_(?:ne|nw|se|sw)_(\\d{1,2})_[0-9a-z]{1,4}_(\\d{8})(?:[^0-9].*)?");

  private NaipName() {}

  /** The date of acquisition, where the name is one of the programme's and the date exists. */
  public static Optional<LocalDate> acquired(String fileName) {
    Matcher name = NAME.matcher(fileName.toLowerCase(Locale.ROOT));
    if (!name.matches()) {
      return Optional.empty();
    }
    int quad = Integer.parseInt(name.group(1));
    int zone = Integer.parseInt(name.group(2));
    if (quad < 1 || quad > 64 || zone < 1 || zone > 60) {
      return Optional.empty();
    }
    return date(name.group(3));
  }

  /** Reads the first eight digits of {@code 20150620} or {@code 2015:06:20 10:11:12}. */
  static Optional<LocalDate> date(String text) {
    String digits = text.replaceAll("[^0-9]", "");
    if (digits.length() < 8) {
      return Optional.empty();
    }
    try {
      LocalDate date =
          LocalDate.of(
              Integer.parseInt(digits.substring(0, 4)),
              Integer.parseInt(digits.substring(4, 6)),
              Integer.parseInt(digits.substring(6, 8)));
      return date.getYear() < 1900 || date.getYear() > 2200 ? Optional.empty() : Optional.of(date);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
