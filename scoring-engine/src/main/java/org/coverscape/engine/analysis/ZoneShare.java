package org.coverscape.engine.analysis;

import org.locationtech.jts.geom.MultiPolygon;

/**
 * What a map says of all zones of one value.
 *
 * @param value the value they share
 * @param ground their polygons in the zones' coordinates
 * @param zoneSquareMetres geodesic area of the zones, in the region or not
 * @param areas areas of the part of the zones that lies in the region, which is what the report's
 *     "region" is here
 */
public record ZoneShare(
    String value, MultiPolygon ground, double zoneSquareMetres, AreaReport areas) {
  /** What rounding may make of a zone that lies in the region altogether. */
  private static final double ROUNDING = 1e-6;

  /** The part of the zones that lies in the region. */
  public GroundShare inside() {
    return areas.region();
  }

  /** The part of the zones that lies outside the region. */
  public GroundShare outside() {
    double rest = zoneSquareMetres - areas.regionSquareMetres();
    return GroundShare.of(rest > ROUNDING * zoneSquareMetres ? rest : 0, 0);
  }
}
