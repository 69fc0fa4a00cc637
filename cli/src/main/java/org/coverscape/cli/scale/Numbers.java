package org.coverscape.cli.scale;

/** Checks of numbers that a scenario is made of. */
final class Numbers {
  private Numbers() {}

  static void positive(double number, String what) {
    if (!(number > 0)) {
      throw new IllegalArgumentException(what + " must be more than nothing, not " + number);
    }
  }

  static void notNegative(double number, String what) {
    if (!(number >= 0)) {
      throw new IllegalArgumentException(what + " must not be negative, as " + number);
    }
  }
}
