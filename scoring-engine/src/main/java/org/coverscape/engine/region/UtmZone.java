package org.coverscape.engine.region;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One zone of the Universal Transverse Mercator grid.
 *
 * <p>Its {@link #crs} is NAD83 / UTM (EPSG:269zz) in zones 1–23 north, where NAIP is, and WGS 84 /
 * UTM (EPSG:326zz, EPSG:327zz) elsewhere.
 *
 * @param number 1 to 60
 * @param north whether it is on the northern hemisphere
 */
public record UtmZone(int number, boolean north) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,2})\\s*([NnSs]?)");

  /** Checks the number. */
  public UtmZone {
    if (number < 1 || number > 60) {
      throw new IllegalArgumentException(
          "A UTM zone is a number from 1 to 60, not " + number + ".");
    }
  }

  /**
   * The zone that holds a point, in degrees; the exceptions of Norway and Svalbard are not made.
   */
  public static UtmZone containing(double longitude, double latitude) {
    double wrapped = ((longitude + 180) % 360 + 360) % 360;
    return new UtmZone(Math.min(60, (int) (wrapped / 6) + 1), latitude >= 0);
  }

  /**
   * Reads {@code 11}, {@code 11N} or {@code 19S}.
   *
   * @throws IllegalArgumentException when the text is none of these
   */
  public static UtmZone parse(String text) {
    Matcher matcher = TEXT.matcher(text.trim());
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a UTM zone; give a number from 1 to 60, such as 11 or 11N.");
    }
    return new UtmZone(Integer.parseInt(matcher.group(1)), !matcher.group(2).equalsIgnoreCase("S"));
  }

  /** The zone whose grid a system is, on NAD83 or WGS 84. */
  public static Optional<UtmZone> of(Crs crs) {
    OptionalInt code = crs.epsg();
    if (code.isEmpty()) {
      return Optional.empty();
    }
    int epsg = code.getAsInt();
    int zone = epsg % 100;
    return switch (epsg / 100) {
      case 269 -> zone >= 1 && zone <= 23 ? Optional.of(new UtmZone(zone, true)) : Optional.empty();
      case 326 -> zone >= 1 && zone <= 60 ? Optional.of(new UtmZone(zone, true)) : Optional.empty();
      case 327 ->
          zone >= 1 && zone <= 60 ? Optional.of(new UtmZone(zone, false)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The EPSG code of the zone's grid. */
  public int epsg() {
    if (north && number <= 23) {
      return 26900 + number;
    }
    return (north ? 32600 : 32700) + number;
  }

  /** The zone's grid, in metres. */
  public Crs crs() {
    return Crs.ofEpsg(epsg());
  }

  @Override
  public String toString() {
    return number + (north ? "N" : "S");
  }
}
