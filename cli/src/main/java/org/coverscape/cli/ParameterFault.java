package org.coverscape.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what the parser of the command line says of a value into plain words. */
final class ParameterFault {
  private static final Pattern VALUE =
      Pattern.compile(
          "Invalid value for (?:option '([^']*)'|positional parameter)(?: at index [^ ]+)?"
              + "(?: \\([^)]*\\))?: (.*)",
          Pattern.DOTALL);
  private static final Pattern UNMATCHED =
      Pattern.compile("Unmatched arguments? (?:at|from) index \\d+: (.*)", Pattern.DOTALL);
  private static final Pattern CHOICE =
      Pattern.compile("expected one of \\[(.*)] \\(case-(?:in)?sensitive\\) but was ('.*')");

  private ParameterFault() {}

  /** The same without the parser's own words. */
  static String plain(String message) {
    Matcher unmatched = UNMATCHED.matcher(message);
    if (unmatched.matches()) {
      return unmatched.group(1) + " cannot be used here; check how it is spelt";
    }
    Matcher value = VALUE.matcher(message);
    if (!value.matches()) {
      return message;
    }
    String what = number(value.group(2));
    return value.group(1) == null
        ? what
        : "The value of " + value.group(1) + " cannot be used: " + what;
  }

  private static String number(String what) {
    Matcher choice = CHOICE.matcher(what);
    if (choice.matches()) {
      return choice.group(2) + " is not one of " + choice.group(1);
    }
    return what.replaceFirst("is not an? (?:int|long|short)$", "is not a whole number")
        .replaceFirst("is not a (?:double|float)$", "is not a number");
  }
}
