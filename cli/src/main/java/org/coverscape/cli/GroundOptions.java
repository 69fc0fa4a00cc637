package org.coverscape.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.chip.CellSize;
import org.coverscape.engine.chip.ChipGrid;
import org.coverscape.engine.region.UtmZone;
import org.coverscape.engine.scoring.PlanOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From which imagery chips of the ground are cut. */
final class GroundOptions {
  /** Metres of a pixel as networks are asked. */
  static final double MODEL_GSD = 1.0;

  @Option(
      names = "--year",
      paramLabel = "Y|latest",
      description = "Only imagery of that year (default: the latest everywhere).")
  private @Nullable String year;

  @Option(
      names = "--any-gsd",
      description = "Allow coarse imagery: pixels wider than the network wants.")
  private boolean anyGsd;

  /** Notes those that were given where they say nothing. */
  void note(IdleOptions idle) {
    idle.add("--year", year != null).add("--any-gsd", anyGsd);
  }

  /**
   * Checks them before imagery is looked through.
   *
   * @throws UserException when the year is none
   */
  void check() {
    var unused = year();
  }

  /**
   * What they mean for whole chips, side by side.
   *
   * @param zone the grid's; empty for that of the ground's centroid
   * @throws UserException when the year is none
   */
  PlanOptions plan(Optional<UtmZone> zone) {
    return plan(zone, ChipGrid.CHIP_PIXELS, CellSize.CHIP);
  }

  /**
   * What they mean for such cells.
   *
   * @param zone the grid's; empty for that of the ground's centroid
   * @param stride in metres
   * @throws UserException when the year is none
   */
  PlanOptions plan(Optional<UtmZone> zone, int stride, CellSize cells) {
    return new PlanOptions(zone, year(), stride, MODEL_GSD, anyGsd, cells);
  }

  private OptionalInt year() {
    String wanted = year;
    if (wanted == null || wanted.equals("latest")) {
      return OptionalInt.empty();
    }
    if (!wanted.matches("\\d{4}")) {
      throw new UserException("--year is a year such as 2018, or latest, not '" + wanted + "'.");
    }
    return OptionalInt.of(Integer.parseInt(wanted));
  }
}
