package org.coverscape.engine.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.coverscape.engine.chip.RegionCover;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The areas of a map zone by zone, each clipped exactly to zone and region.
 *
 * @param crs what the coordinates of the zones mean
 * @param zones one entry for each value, in the order of first appearance; a zone that the region
 *     does not touch has areas of 0
 */
public record ZoneReport(Crs crs, List<ZoneShare> zones) {
  /** Takes a copy of the list. */
  public ZoneReport {
    zones = List.copyOf(zones);
  }

  /** Measures zones whose coordinates are in {@code crs}. */
  public static ZoneReport of(MappedRegion mapped, Crs crs, Iterable<Zone> zones) {
    return new ZoneReport(crs, new Measurement(mapped, crs).of(zones));
  }

  /** What measuring every zone needs. */
  private static final class Measurement {
    private final MappedRegion mapped;
    private final Crs crs;
    private final CellAreas cells;
    private final GeodesicArea inZones;
    private final GeodesicArea inGrid;
    private final PreparedGeometry region;
    private final Envelope reach;

    Measurement(MappedRegion mapped, Crs crs) {
      this.mapped = mapped;
      this.crs = crs;
      cells = new CellAreas(mapped.grid());
      inZones = GeodesicArea.in(crs);
      inGrid = GeodesicArea.in(mapped.grid().crs());
      region = PreparedGeometryFactory.prepare(mapped.region().geometry());
      reach = mapped.region().in(crs).geometry().getEnvelopeInternal();
      reach.expandBy(0.05 * Math.max(reach.getWidth(), reach.getHeight()));
    }

    List<ZoneShare> of(Iterable<Zone> zones) {
      Map<String, ZoneTally> tallies = new LinkedHashMap<>();
      for (Zone zone : zones) {
        add(
            tallies.computeIfAbsent(
                zone.value(), value -> new ZoneTally(new AreaTally(mapped, cells))),
            zone.ground());
      }
      return tallies.entrySet().stream().map(e -> e.getValue().share(e.getKey())).toList();
    }

    private void add(ZoneTally tally, MultiPolygon zone) {
      tally.add(zone, inZones.of(zone));
      Geometry near = near(zone);
      if (near.isEmpty()) {
        return;
      }
      Geometry inside = inside(new Region(near, crs).in(mapped.grid().crs()).geometry());
      if (inside.getArea() > 0) {
        tally.addInside(RegionCover.ofGround(inside, mapped.grid()), inGrid.of(inside));
      }
    }

    /** The zone about the region, where its coordinates surely have a place in the grid's. */
    private MultiPolygon near(MultiPolygon zone) {
      return reach.covers(zone.getEnvelopeInternal())
          ? zone
          : Polygons.intersection(zone, zone.getFactory().toGeometry(reach));
    }

    private Geometry inside(Geometry zone) {
      return region.covers(zone) ? zone : Polygons.intersection(region.getGeometry(), zone);
    }
  }
}
