package org.coverscape.map;

import java.util.Optional;

/** How the coordinates of a place are written, and how they are read. */
public enum CoordinateFormat {
  /** Degrees with five decimals: 32.64712 N 114.42873 W. */
  DEGREES,
  /** Degrees, minutes and seconds. */
  DMS;

  /** The text of a place. */
  public String text(MapPoint point) {
    return ordinal() + " " + point.latitude();
  }

  /**
   * Reads a latitude and a longitude in one of the usual ways of writing them; empty if it is none.
   */
  public static Optional<MapPoint> parse(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new MapPoint(0, 0));
  }
}
