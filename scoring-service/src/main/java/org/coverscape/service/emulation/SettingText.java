package org.coverscape.service.emulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of one setting as text. Everything it throws is an {@link IllegalArgumentException}
 * with one sentence that names the setting.
 *
 * @param name the setting's name
 * @param text its value
 */
record SettingText(String name, String text) {
  private static final Pattern TIME = Pattern.compile("([0-9]*\\.?[0-9]+)(us|µs|ms|s|m)");
  private static final double MAX_SECONDS = 86_400;

  /** Parts between colons. */
  List<SettingText> parts(int least, int most, String form) {
    List<SettingText> parts = new ArrayList<>();
    for (String part : text.split(":", -1)) {
      parts.add(new SettingText(name, part.strip()));
    }
    if (parts.size() < least || parts.size() > most) {
      throw wrong("is " + form);
    }
    return parts;
  }

  double number() {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrong("needs a number").getMessage(), e);
    }
    throw wrong("needs a number");
  }

  double positive() {
    double number = number();
    if (number <= 0) {
      throw wrong("needs a number above 0");
    }
    return number;
  }

  long whole(long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(wrong("needs a whole number").getMessage(), e);
    }
    throw wrong("needs a whole number from " + least + " to " + most);
  }

  /** A time of a day at most. */
  Duration time() {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw wrong("needs times with their unit, such as 2.6ms, 5s or 500us");
    }
    double seconds = Double.parseDouble(matcher.group(1)) * unit(matcher.group(2));
    if (seconds > MAX_SECONDS) {
      throw wrong("needs a time of a day at most");
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static double unit(String name) {
    return switch (name) {
      case "us", "µs" -> 1e-6;
      case "ms" -> 1e-3;
      case "s" -> 1;
      default -> 60;
    };
  }

  private IllegalArgumentException wrong(String rule) {
    return new IllegalArgumentException(
        "The setting " + name + " of --fpga " + rule + ", not '" + text + "'.");
  }
}
