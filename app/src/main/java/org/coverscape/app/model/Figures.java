package org.coverscape.app.model;

import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them: with thousands separators and units. Stateless. */
public final class Figures {
  private static final double HECTARE = 10_000;

  /** Square metres of an international acre. */
  private static final double ACRE = 4046.8564224;

  private Figures() {}

  /** {@code 1,284}. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A count with its noun: {@code 1 tile}, {@code 2 tiles}. */
  public static String count(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** An area as hectares, finer the smaller it is: {@code 1,284 ha}. */
  public static String hectares(double squareMetres) {
    return area(squareMetres / HECTARE) + " ha";
  }

  /** An area as acres: {@code 3,173 ac}. */
  public static String acres(double squareMetres) {
    return area(squareMetres / ACRE) + " ac";
  }

  private static String area(double size) {
    int digits = size >= 1000 ? 0 : size >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", size);
  }

  /** A length, in metres or kilometres. */
  public static String length(double metres) {
    return metres < 999.95
        ? String.format(Locale.ROOT, "%.1f m", metres)
        : String.format(Locale.ROOT, "%,.3f km", metres / 1000);
  }

  /** {@code 54.0 %}. */
  public static String percent(double percent) {
    return String.format(Locale.ROOT, "%.1f %%", percent);
  }

  /** Seconds that something will take, rounded to what one can know: {@code about 12 s}. */
  public static String about(double seconds) {
    return "about " + time(seconds);
  }

  /** A time span: {@code 4 s}, {@code 3 min 20 s}, {@code 2 h 5 min}. */
  public static String time(double seconds) {
    Duration span = Duration.ofSeconds(Math.max(1, Math.round(seconds)));
    if (span.toMinutes() == 0) {
      return span.toSeconds() + " s";
    }
    if (span.toHours() == 0) {
      return span.toMinutes() + " min" + (span.toMinutes() < 10 ? rest(span.toSecondsPart()) : "");
    }
    return span.toHours() + " h " + span.toMinutesPart() + " min";
  }

  private static String rest(int seconds) {
    return seconds == 0 ? "" : " " + seconds + " s";
  }

  /** A ratio of the map: {@code 1:8,000}. */
  public static String scale(long denominator) {
    double step = Math.pow(10, Math.max(0, Math.floor(Math.log10((double) denominator)) - 1));
    return "1:" + count(Math.round((double) denominator / step) * (long) step);
  }
}
