package org.coverscape.engine.scoring;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.locationtech.jts.geom.Geometry;

/**
 * An image that touches a region and can be scored.
 *
 * @param id its id
 * @param date when it was taken, where that is known
 * @param gsd ground sample distance in metres
 * @param footprint its outline in the grid's coordinates
 */
public record CoverTile(String id, Optional<LocalDate> date, double gsd, Geometry footprint) {
  /** The year it was taken, where that is known. */
  public OptionalInt year() {
    return date.map(d -> OptionalInt.of(d.getYear())).orElseGet(OptionalInt::empty);
  }
}
