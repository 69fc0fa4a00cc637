package org.coverscape.engine.analysis;

import java.util.ArrayList;
import java.util.List;
import org.coverscape.engine.chip.RegionCover;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Sums of the zones of one value, while they grow. Not thread-safe. */
final class ZoneTally {
  private final AreaTally tally;
  private final List<Geometry> grounds = new ArrayList<>();
  private double zone;
  private double inside;

  ZoneTally(AreaTally tally) {
    this.tally = tally;
  }

  void add(MultiPolygon ground, double squareMetres) {
    grounds.add(ground);
    zone += squareMetres;
  }

  void addInside(RegionCover cover, double squareMetres) {
    inside += squareMetres;
    tally.add(cover);
  }

  ZoneShare share(String value) {
    Geometry ground = grounds.size() == 1 ? grounds.get(0) : OverlayNGRobust.union(grounds);
    return new ZoneShare(value, Polygons.of(ground), zone, tally.report(inside));
  }
}
