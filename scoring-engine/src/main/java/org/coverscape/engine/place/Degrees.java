package org.coverscape.engine.place;

import java.util.Locale;
import org.coverscape.engine.vector.Feature;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.locationtech.jts.geom.Envelope;

/** Checks that coordinates that are said to be degrees can be. */
final class Degrees {
  /** Rounding of what lies on the edge of the world. */
  private static final double SLACK = 1e-6;

  private Degrees() {}

  static void check(FeatureCollection collection) {
    if (!collection.crs().isGeographic()) {
      return;
    }
    Envelope extent = new Envelope();
    for (Feature feature : collection.features()) {
      extent.expandToInclude(feature.geometry().getEnvelopeInternal());
    }
    check(extent);
  }

  /** Checks an extent in degrees. */
  static void check(Envelope extent) {
    if (extent.isNull()) {
      return;
    }
    double x = Math.max(-extent.getMinX(), extent.getMaxX());
    double y = Math.max(-extent.getMinY(), extent.getMaxY());
    if (x <= 180 + SLACK && y <= 90 + SLACK) {
      return;
    }
    String corner = String.format(Locale.ROOT, "(%.6g, %.6g)", extent.getMinX(), extent.getMinY());
    if (x > 360 || y > 180) {
      throw new FeatureException(
          "The coordinates, such as "
              + corner
              + ", look like metres but no crs that is in metres is given; say in the file which"
              + " coordinate system they are in.");
    }
    throw new FeatureException(
        x <= 90
            ? "The coordinates, such as "
                + corner
                + ", look exchanged; give longitude first, then latitude."
            : "The coordinates, such as "
                + corner
                + ", lie outside the world; longitudes go from -180 to 180 and latitudes from -90"
                + " to 90.");
  }
}
