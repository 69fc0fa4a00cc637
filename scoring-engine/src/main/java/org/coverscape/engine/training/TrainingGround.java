package org.coverscape.engine.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.imagery.Suitability;
import org.coverscape.engine.imagery.TileCatalog;
import org.coverscape.engine.region.Crs;
import org.coverscape.engine.region.Region;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.engine.scoring.PlanException;
import org.coverscape.engine.scoring.PlanOptions;
import org.coverscape.engine.scoring.ScoringPlan;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Plans for ground that may lie in several zones. Stateless. */
public final class TrainingGround {
  private TrainingGround() {}

  /**
   * The plan of a region that somebody named, in its own zone, as a job has it.
   *
   * @throws PlanException when no imagery of it can be used
   */
  public static List<ScoringPlan> of(Region region, TileCatalog catalog, PlanOptions options) {
    return List.of(ScoringPlan.of(region, catalog, options));
  }

  /**
   * Plans for all ground of some images, each image in the zone of its middle.
   *
   * @param within only that ground; empty for all of it
   * @throws PlanException when none of the images can be used, or none lies there
   */
  public static List<ScoringPlan> ofAll(
      List<ImageryTile> tiles, Optional<Region> within, TileCatalog catalog, PlanOptions options) {
    Map<UtmZone, List<Geometry>> zones = new LinkedHashMap<>();
    String refusal = "";
    for (ImageryTile tile : tiles) {
      Optional<String> reason = Suitability.refusal(tile, options.gsd(), options.anyGsd());
      if (reason.isPresent()) {
        refusal = tile.location().name() + ": " + reason.get();
        continue;
      }
      UtmZone zone = new Region(tile.footprint(), Crs.WGS84).zone();
      zones.computeIfAbsent(zone, z -> new ArrayList<>()).add(tile.footprint());
    }
    if (zones.isEmpty()) {
      throw new PlanException(
          refusal.isEmpty()
              ? "There is no imagery; name some with --imagery."
              : "None of the imagery can be used: " + refusal);
    }
    List<ScoringPlan> plans = new ArrayList<>();
    zones.forEach(
        (zone, footprints) ->
            ground(footprints, within)
                .ifPresent(
                    region -> plans.add(ScoringPlan.of(region, catalog, inZone(options, zone)))));
    if (plans.isEmpty()) {
      throw new PlanException(
          "The labels do not touch the imagery; add imagery of their ground, or labels of the"
              + " imagery's.");
    }
    return plans;
  }

  private static Optional<Region> ground(List<Geometry> footprints, Optional<Region> within) {
    Geometry all =
        GeometryFixer.fix(
            OverlayNGRobust.union(footprints.stream().map(GeometryFixer::fix).toList()));
    if (within.isPresent()) {
      Geometry part = within.get().in(Crs.WGS84).geometry();
      all = OverlayNGRobust.overlay(all, part, OverlayNG.INTERSECTION);
    }
    Geometry polygons = Polygonals.of(all);
    return polygons.isEmpty() ? Optional.empty() : Optional.of(new Region(polygons, Crs.WGS84));
  }

  private static PlanOptions inZone(PlanOptions options, UtmZone zone) {
    return new PlanOptions(
        Optional.of(zone), options.year(), options.stride(), options.gsd(), options.anyGsd());
  }
}
