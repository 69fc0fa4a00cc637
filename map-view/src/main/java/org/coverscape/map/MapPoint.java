package org.coverscape.map;

/**
 * A place on the map.
 *
 * @param x easting in metres of EPSG:3857
 * @param y northing in metres of EPSG:3857
 */
public record MapPoint(double x, double y) {
  /** Refuses what is no number. */
  public MapPoint {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("A point on the map has finite coordinates.");
    }
  }

  /** The point at a longitude and a latitude in degrees (WGS 84). */
  public static MapPoint ofDegrees(double longitude, double latitude) {
    return new MapPoint(WebMercator.x(longitude), WebMercator.y(latitude));
  }

  /** Longitude in degrees, east positive. */
  public double longitude() {
    return WebMercator.longitude(x);
  }

  /** Latitude in degrees, north positive. */
  public double latitude() {
    return WebMercator.latitude(y);
  }

  /** Distance to another point in metres of the map (not of the ground). */
  public double distance(MapPoint other) {
    return Math.hypot(x - other.x, y - other.y);
  }
}
