package org.coverscape.engine.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.Region;

/**
 * What a job was asked for: with the same header, the same chips get the same answers.
 *
 * @param region the ground, in the coordinates it was drawn in
 * @param grid the grid that chips are cut on
 * @param model what answers, such as {@code coverscape-landcover:1}
 * @param imagery every image that covers the region
 * @param year the year asked for; empty for the newest
 * @param anyGsd whether pixels too coarse for the model were taken as well
 * @param programVersion the version of Coverscape that began the job
 * @param created when it was begun
 * @param cells what answers are about: whole chips, or each of their cells
 */
public record JobHeader(
    Region region,
    ChipGrid grid,
    String model,
    List<JobImage> imagery,
    OptionalInt year,
    boolean anyGsd,
    String programVersion,
    Instant created,
    CellSize cells) {
  /** Takes a copy of the list. */
  public JobHeader {
    imagery = List.copyOf(imagery);
  }

  /** A job of whole chips. */
  public JobHeader(
      Region region,
      ChipGrid grid,
      String model,
      List<JobImage> imagery,
      OptionalInt year,
      boolean anyGsd,
      String programVersion,
      Instant created) {
    this(region, grid, model, imagery, year, anyGsd, programVersion, created, CellSize.CHIP);
  }

  /** The grid of the cells of its map. */
  public ChipGrid mapGrid() {
    return cells.gridOf(grid);
  }

  /**
   * Why a job with this header must not go on with another one; empty when it may.
   *
   * @return one sentence for a person
   */
  public Optional<String> differsFrom(JobHeader now) {
    if (!model.equals(now.model)) {
      return Optional.of(
          "The job was made with another model ("
              + model
              + ", now "
              + now.model
              + "); use a new output folder or the same model.");
    }
    if (!sameGround(now)) {
      return Optional.of(
          "The job was made for another region; use a new output folder or the same region.");
    }
    if (!grid.equals(now.grid)) {
      return Optional.of(
          "The job was made on another grid ("
              + text(grid)
              + ", now "
              + text(now.grid)
              + "); use a new output folder or the same zone and stride.");
    }
    if (cells != now.cells) {
      return Optional.of(
          "The job was made with other cells (--cells "
              + cells.label()
              + ", now "
              + now.cells.label()
              + "); use a new output folder or the same cells.");
    }
    return imageryDiffers(now);
  }

  private boolean sameGround(JobHeader now) {
    return region.crs().sameGround(now.region.crs())
        && region.geometry().norm().equalsExact(now.region.geometry().norm());
  }

  private Optional<String> imageryDiffers(JobHeader now) {
    if (!year.equals(now.year)) {
      return Optional.of(
          "The job was made for another year ("
              + text(year)
              + ", now "
              + text(now.year)
              + "); use a new output folder or the same year.");
    }
    if (anyGsd != now.anyGsd) {
      return Optional.of(
          "The job was made "
              + (anyGsd ? "with" : "without")
              + " coarse imagery allowed; use a new output folder or the same choice.");
    }
    return firstDifference(sorted(), now.sorted())
        .map(
            id ->
                "The job was made from other imagery ("
                    + id
                    + " was added, removed or changed); use a new output folder or the same"
                    + " imagery.");
  }

  private List<JobImage> sorted() {
    return imagery.stream()
        .sorted(
            Comparator.comparing((JobImage image) -> image.source().id())
                .thenComparing(JobImage::fingerprint))
        .toList();
  }

  private static Optional<String> firstDifference(List<JobImage> then, List<JobImage> now) {
    int shared = Math.min(then.size(), now.size());
    for (int i = 0; i < shared; i++) {
      if (!then.get(i).samePixels(now.get(i))) {
        String a = then.get(i).source().id();
        String b = now.get(i).source().id();
        return Optional.of(a.compareTo(b) <= 0 ? a : b);
      }
    }
    List<JobImage> longer = then.size() > shared ? then : now;
    return longer.size() > shared
        ? Optional.of(longer.get(shared).source().id())
        : Optional.empty();
  }

  private static String text(ChipGrid grid) {
    return String.format(
        Locale.ROOT, "zone %s, %s m, stride %d", grid.zone(), grid.gsd(), grid.stride());
  }

  private static String text(OptionalInt year) {
    return year.isPresent() ? Integer.toString(year.getAsInt()) : "the newest";
  }
}
