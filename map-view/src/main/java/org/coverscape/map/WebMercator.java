package org.coverscape.map;

/**
 * The projection of the screen, EPSG:3857: a sphere of 6,378,137 m unrolled so that angles stay
 * true.
 *
 * <p>Formulas: IOGP Guidance Note 7-2, method 1024 (Popular Visualisation Pseudo Mercator).
 */
public final class WebMercator {
  /** Half the width of the world, in metres. */
  public static final double HALF_WORLD = Math.PI * 6_378_137.0;

  /** The latitude at which the square world ends, in degrees. */
  public static final double MAX_LATITUDE =
      Math.toDegrees(2 * Math.atan(Math.exp(Math.PI)) - Math.PI / 2);

  private WebMercator() {}

  /** Easting in metres of a longitude in degrees. */
  public static double x(double longitude) {
    return longitude / 180 * HALF_WORLD;
  }

  /**
   * Northing in metres of a latitude in degrees; latitudes beyond the square world are its edge.
   */
  public static double y(double latitude) {
    double clamped = Math.max(-MAX_LATITUDE, Math.min(MAX_LATITUDE, latitude));
    double phi = Math.toRadians(clamped);
    return Math.log(Math.tan(Math.PI / 4 + phi / 2)) / Math.PI * HALF_WORLD;
  }

  /** Longitude in degrees of an easting in metres. */
  public static double longitude(double x) {
    return x / HALF_WORLD * 180;
  }

  /** Latitude in degrees of a northing in metres. */
  public static double latitude(double y) {
    return Math.toDegrees(2 * Math.atan(Math.exp(y / HALF_WORLD * Math.PI)) - Math.PI / 2);
  }

  /** Metres of map per metre of ground at a latitude in degrees. */
  public static double scale(double latitude) {
    return 1 / Math.cos(Math.toRadians(latitude));
  }
}
