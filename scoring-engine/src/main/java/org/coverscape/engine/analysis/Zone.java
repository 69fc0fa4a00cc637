package org.coverscape.engine.analysis;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.util.GeometryFixer;

/**
 * A piece of ground that is reported by itself: a parcel, a watershed, an ownership.
 *
 * @param value what tells it from others; zones of one value are summed
 * @param ground its polygons, valid, maybe none
 */
public record Zone(String value, MultiPolygon ground) {
  /**
   * A zone from a geometry as people have them: outlines that cross themselves are mended, lines
   * and points are left out.
   */
  public static Zone of(String value, Geometry geometry) {
    return new Zone(
        value, Polygons.of(geometry.isValid() ? geometry : GeometryFixer.fix(geometry)));
  }
}
