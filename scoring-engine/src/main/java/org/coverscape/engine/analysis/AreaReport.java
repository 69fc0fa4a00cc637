package org.coverscape.engine.analysis;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalDouble;
import org.coverscape.engine.landcover.LandCoverClass;
import org.coverscape.engine.landcover.MappedRegion;
import org.coverscape.engine.landcover.UnscoredReason;
import org.jspecify.annotations.Nullable;

/**
 * The areas of a map, clipped exactly to its region and measured on the ellipsoid.
 *
 * <p>Six classes, unclassified and unscored ground make up the region; {@link #regionSquareMetres}
 * is measured on the region's own outline, not summed, so that the two can be held against each
 * other. Immutable.
 *
 * @param regionSquareMetres area of the region's outline
 * @param classes every class, also those with nothing
 * @param unclassified answered, but none of the six
 * @param unscored every reason, also those with nothing
 */
public record AreaReport(
    double regionSquareMetres,
    Map<LandCoverClass, GroundShare> classes,
    GroundShare unclassified,
    Map<UnscoredReason, GroundShare> unscored) {
  /** Takes copies of the maps. */
  public AreaReport {
    classes = Map.copyOf(classes);
    unscored = Map.copyOf(unscored);
  }

  /** Measures a map, streaming over the cells of its region. */
  public static AreaReport of(MappedRegion mapped) {
    double region = GeodesicArea.in(mapped.grid().crs()).of(mapped.region().geometry());
    AreaTally tally = new AreaTally(mapped, new CellAreas(mapped.grid()));
    tally.add(mapped.cover());
    return tally.report(region);
  }

  /** The ground of one class. */
  public GroundShare of(LandCoverClass landCover) {
    return share(classes.get(landCover));
  }

  /** The ground that has no answer for one reason. */
  public GroundShare of(UnscoredReason reason) {
    return share(unscored.get(reason));
  }

  private static GroundShare share(@Nullable GroundShare share) {
    return share == null ? GroundShare.of(0, 0) : share;
  }

  /** The ground of all six classes together. */
  public GroundShare classified() {
    return sum(classes.values());
  }

  /** The ground without an answer, for all reasons together. */
  public GroundShare unscoredTotal() {
    return sum(unscored.values());
  }

  /** The region: its own area, all cells, and the mean confidence of the classified ground. */
  public GroundShare region() {
    GroundShare classified = classified();
    long cells = classified.cells() + unclassified.cells() + unscoredTotal().cells();
    return new GroundShare(regionSquareMetres, cells, classified.confidence());
  }

  /** What classes, unclassified and unscored ground add up to, in square metres. */
  public double summedSquareMetres() {
    return classified().squareMetres()
        + unclassified.squareMetres()
        + unscoredTotal().squareMetres();
  }

  /** A share in percent of the region. */
  public double percentOfRegion(GroundShare share) {
    return share.percentOf(regionSquareMetres);
  }

  /** A share in percent of the classified ground. */
  public double percentOfClassified(GroundShare share) {
    return share.percentOf(classified().squareMetres());
  }

  private static GroundShare sum(Collection<GroundShare> shares) {
    double area = 0;
    double weighted = 0;
    long cells = 0;
    boolean answered = false;
    for (GroundShare share : shares) {
      area += share.squareMetres();
      weighted += share.squareMetres() * share.confidence().orElse(0);
      answered |= share.confidence().isPresent();
      cells += share.cells();
    }
    return new GroundShare(
        area, cells, answered ? OptionalDouble.of(weighted / area) : OptionalDouble.empty());
  }
}
