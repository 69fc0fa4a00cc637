package org.coverscape.map;

import java.util.List;

/**
 * A rectangle of the map with its sides along the axes, in metres of EPSG:3857; it may have no
 * width or height.
 *
 * @param minX western side
 * @param minY southern side
 * @param maxX eastern side
 * @param maxY northern side
 */
public record MapBox(double minX, double minY, double maxX, double maxY) {
  /** Refuses sides in the wrong order and what is no number. */
  public MapBox {
    if (!(minX <= maxX) || !(minY <= maxY)) {
      throw new IllegalArgumentException("A box runs from west to east and from south to north.");
    }
  }

  /** The smallest box around some points. */
  public static MapBox of(MapPoint... points) {
    return of(List.of(points));
  }

  /** The smallest box around some points, of which there must be one at least. */
  public static MapBox of(Iterable<MapPoint> points) {
    double west = Double.POSITIVE_INFINITY;
    double south = Double.POSITIVE_INFINITY;
    double east = Double.NEGATIVE_INFINITY;
    double north = Double.NEGATIVE_INFINITY;
    for (MapPoint point : points) {
      west = Math.min(west, point.x());
      south = Math.min(south, point.y());
      east = Math.max(east, point.x());
      north = Math.max(north, point.y());
    }
    return new MapBox(west, south, east, north);
  }

  /** The box between two meridians and two parallels, in degrees (WGS 84). */
  public static MapBox ofDegrees(double west, double south, double east, double north) {
    return of(MapPoint.ofDegrees(west, south), MapPoint.ofDegrees(east, north));
  }

  /** Width in metres of the map. */
  public double width() {
    return maxX - minX;
  }

  /** Height in metres of the map. */
  public double height() {
    return maxY - minY;
  }

  /** The middle. */
  public MapPoint centre() {
    return new MapPoint((minX + maxX) / 2, (minY + maxY) / 2);
  }

  /** The smallest box that holds this one and another. */
  public MapBox union(MapBox other) {
    return new MapBox(
        Math.min(minX, other.minX),
        Math.min(minY, other.minY),
        Math.max(maxX, other.maxX),
        Math.max(maxY, other.maxY));
  }

  /** The box stretched about its middle; a factor of 1.2 makes it a fifth wider and higher. */
  public MapBox grown(double factor) {
    double halfWidth = width() * factor / 2;
    double halfHeight = height() * factor / 2;
    MapPoint middle = centre();
    return new MapBox(
        middle.x() - halfWidth,
        middle.y() - halfHeight,
        middle.x() + halfWidth,
        middle.y() + halfHeight);
  }

  /** The box with all sides moved outwards by a distance in metres of the map. */
  public MapBox padded(double metres) {
    return new MapBox(minX - metres, minY - metres, maxX + metres, maxY + metres);
  }

  /** Whether a point lies inside or on a side. */
  public boolean contains(MapPoint point) {
    return point.x() >= minX && point.x() <= maxX && point.y() >= minY && point.y() <= maxY;
  }

  /** Whether another box lies wholly inside. */
  public boolean contains(MapBox other) {
    return other.minX >= minX && other.maxX <= maxX && other.minY >= minY && other.maxY <= maxY;
  }

  /** Whether another box has a point in common with this one. */
  public boolean intersects(MapBox other) {
    return other.minX <= maxX && other.maxX >= minX && other.minY <= maxY && other.maxY >= minY;
  }
}
