package org.coverscape.engine.vector;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;

/** Pieces of sentences for a person. */
final class Sentences {
  private Sentences() {}

  /** A place as a person reads it. */
  static String point(Coordinate at) {
    return String.format(Locale.ROOT, "(%.6f, %.6f)", at.x, at.y);
  }

  /** The beginning of a text, on one line. */
  static String shorten(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= 40 ? line : line.substring(0, 37) + "...";
  }
}
