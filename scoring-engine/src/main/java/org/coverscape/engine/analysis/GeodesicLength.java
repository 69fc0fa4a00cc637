package org.coverscape.engine.analysis;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/**
 * The length of lines on the ellipsoid of WGS 84, in metres, after C. F. F. Karney, "Algorithms for
 * geodesics", J. Geodesy 87 (2013), by GeographicLib. Stateless and thread-safe.
 */
public final class GeodesicLength {
  private GeodesicLength() {}

  /**
   * The length of a line whose pieces are geodesics.
   *
   * @param lonLat longitude, latitude, longitude, latitude… in degrees
   * @return metres; 0 for fewer than two points
   */
  public static double ofDegrees(double... lonLat) {
    double length = 0;
    for (int i = 2; i + 1 < lonLat.length; i += 2) {
      length +=
          Geodesic.WGS84.Inverse(
                  lonLat[i - 1], lonLat[i - 2], lonLat[i + 1], lonLat[i], GeodesicMask.DISTANCE)
              .s12;
    }
    return length;
  }
}
