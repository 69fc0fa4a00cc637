package org.coverscape.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads coordinates that people write. */
final class CoordinateText {
  private static final int LONGEST = 100;
  private static final Pattern TOKEN =
      Pattern.compile("([+-]?\\d{1,12}(?:\\.\\d{0,12})?)|([NSEW])|([°'\":\\s]+)|([,;])");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("(\\d),(\\d)");

  private CoordinateText() {}

  /** Reads latitude and longitude; see {@link CoordinateFormat#parse}. */
  static Optional<MapPoint> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    List<String> tokens = tokens(plain(text));
    int split = split(tokens);
    if (split < 0) {
      return Optional.empty();
    }
    List<String> first = words(tokens.subList(0, split));
    List<String> second = words(tokens.subList(split, tokens.size()));
    boolean swapped = has(first, "E", "W") || has(second, "N", "S");
    OptionalDouble latitude = angle(swapped ? second : first, "N", "S", 90);
    OptionalDouble longitude = angle(swapped ? first : second, "E", "W", 180);
    if (latitude.isEmpty() || longitude.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(MapPoint.ofDegrees(longitude.getAsDouble(), latitude.getAsDouble()));
  }

  /** Typographic signs become those of a keyboard; commas are decimal where a semicolon parts. */
  private static String plain(String text) {
    String upper =
        text.strip()
            .toUpperCase(Locale.ROOT)
            .replace('\u2212', '-')
            .replace('\u2013', '-')
            .replace('\u00a0', ' ')
            .replace('º', '°')
            .replaceAll("[\u2032\u2019]", "'")
            .replaceAll("[\u2033\u201d]", "\"");
    return upper.contains(";") ? DECIMAL_COMMA.matcher(upper).replaceAll("$1.$2") : upper;
  }

  /** Numbers, letters and separators in their order; none if there is anything else. */
  private static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        return List.of();
      }
      at = matcher.end();
      if (matcher.group(3) == null) {
        tokens.add(matcher.group());
      }
    }
    return tokens;
  }

  /** Where the second coordinate begins; -1 if that cannot be told. */
  private static int split(List<String> tokens) {
    int separator = Math.max(tokens.indexOf(","), tokens.indexOf(";"));
    if (separator >= 0) {
      return separator;
    }
    List<Integer> letters = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if ("NSEW".contains(tokens.get(i))) {
        letters.add(i);
      }
    }
    if (letters.size() == 2) {
      return letters.get(0) == 0 ? letters.get(1) : letters.get(0) + 1;
    }
    return letters.isEmpty() && !tokens.isEmpty() && tokens.size() % 2 == 0
        ? tokens.size() / 2
        : -1;
  }

  private static List<String> words(List<String> tokens) {
    boolean led = !tokens.isEmpty() && ",;".contains(tokens.get(0));
    return led ? tokens.subList(1, tokens.size()) : tokens;
  }

  private static boolean has(List<String> words, String a, String b) {
    return words.contains(a) || words.contains(b);
  }

  /**
   * One coordinate in degrees, if the words are a number or three and at most one fitting letter.
   */
  private static OptionalDouble angle(
      List<String> words, String positive, String negative, double limit) {
    List<String> numbers = new ArrayList<>(words);
    boolean plus = numbers.remove(positive);
    boolean minus = numbers.remove(negative);
    boolean inner = !words.isEmpty() && words.size() > numbers.size() && !letterAtEnd(words);
    if (numbers.isEmpty() || numbers.size() > 3 || (plus && minus) || inner) {
      return OptionalDouble.empty();
    }
    boolean signed = numbers.get(0).startsWith("-");
    OptionalDouble size = size(numbers);
    if (size.isEmpty() || size.getAsDouble() > limit || (signed && (plus || minus))) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(signed || minus ? -size.getAsDouble() : size.getAsDouble());
  }

  private static boolean letterAtEnd(List<String> words) {
    return "NSEW".contains(words.get(0)) || "NSEW".contains(words.get(words.size() - 1));
  }

  /**
   * Degrees, minutes and seconds together; only the last may have decimals, only the first a sign.
   */
  private static OptionalDouble size(List<String> numbers) {
    double sum = 0;
    double unit = 1;
    for (int i = 0; i < numbers.size(); i++) {
      String number = numbers.get(i);
      boolean last = i == numbers.size() - 1;
      boolean plain = number.matches("[\\d.]+") || (i == 0 && number.matches("[+-][\\d.]+"));
      if (!plain || !(last || number.matches("[+-]?\\d+"))) {
        return OptionalDouble.empty();
      }
      double value = toDouble(number);
      if (i > 0 && value >= 60) {
        return OptionalDouble.empty();
      }
      sum += value / unit;
      unit *= 60;
    }
    return OptionalDouble.of(sum);
  }

  private static double toDouble(String number) {
    return Math.abs(Double.parseDouble(number));
  }
}
