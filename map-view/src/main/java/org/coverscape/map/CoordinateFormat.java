package org.coverscape.map;

import java.util.Locale;
import java.util.Optional;

/** How the coordinates of a place are written, and how they are read. */
public enum CoordinateFormat {
  /** Degrees with five decimals, about a metre: 32.64712 N 114.42873 W. */
  DEGREES,
  /** Degrees, minutes and seconds with one decimal, about three metres: 32°38'49.6"N. */
  DMS;

  private static final int TENTHS_PER_DEGREE = 36_000;

  /** The text of a place, latitude first. */
  public String text(MapPoint point) {
    double longitude = Math.IEEEremainder(point.longitude(), 360);
    return text(point.latitude(), 'N', 'S') + " " + text(longitude, 'E', 'W');
  }

  /**
   * Reads a place written as latitude and longitude in one of the usual ways: decimal degrees or
   * degrees, minutes and seconds, with signs or with N, S, E, W before or behind, in this order or,
   * if letters say so, the other. Empty if the text is nothing of the kind.
   */
  public static Optional<MapPoint> parse(String text) {
    return CoordinateText.parse(text);
  }

  private String text(double degrees, char positive, char negative) {
    char side = degrees < 0 ? negative : positive;
    double size = Math.abs(degrees);
    if (this == DEGREES) {
      return String.format(Locale.ROOT, "%.5f %c", size, side);
    }
    long tenths = Math.round(size * TENTHS_PER_DEGREE);
    return String.format(
        Locale.ROOT,
        "%d°%02d'%02d.%d\"%c",
        tenths / TENTHS_PER_DEGREE,
        tenths / 600 % 60,
        tenths / 10 % 60,
        tenths % 10,
        side);
  }
}
