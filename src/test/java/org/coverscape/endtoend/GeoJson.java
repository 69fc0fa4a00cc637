package org.coverscape.endtoend;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Regions as text. */
final class GeoJson {
  private GeoJson() {}

  /**
   * A polygon of rings in a UTM zone's coordinates, given as x, y, x, y… without the closing point.
   */
  static String polygon(int epsg, double[]... rings) {
    String coordinates =
        Arrays.stream(rings).map(GeoJson::ring).collect(Collectors.joining(",", "[", "]"));
    return "{\"type\":\"Polygon\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:"
        + epsg
        + "\"}},\"coordinates\":"
        + coordinates
        + "}";
  }

  /** A rectangle in a UTM zone's coordinates. */
  static String box(int epsg, double minX, double minY, double maxX, double maxY) {
    return polygon(epsg, new double[] {minX, minY, maxX, minY, maxX, maxY, minX, maxY});
  }

  private static String ring(double[] xy) {
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i <= xy.length; i += 2) {
      int at = i % xy.length;
      out.append(i == 0 ? "" : ",")
          .append(String.format(Locale.ROOT, "[%.4f,%.4f]", xy[at], xy[at + 1]));
    }
    return out.append("]").toString();
  }
}
