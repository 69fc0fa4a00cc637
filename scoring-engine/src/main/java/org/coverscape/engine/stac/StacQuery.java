package org.coverscape.engine.stac;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import org.coverscape.engine.imagery.ImageryTile;
import org.coverscape.engine.region.Region;

/**
 * What is looked for.
 *
 * @param area the ground
 * @param years the years in which images were taken; empty for all, also those without a date
 * @param maxGsd ground sample distance in metres of the coarsest image, where the catalogue has
 *     many kinds of images and can leave out others
 */
public record StacQuery(SearchArea area, SortedSet<Integer> years, OptionalDouble maxGsd) {
  /** Takes a copy. */
  public StacQuery {
    years = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(years));
  }

  /** Images of a region and the ground around it that chips at its border look at. */
  public static StacQuery of(Region region, Collection<Integer> years) {
    return new StacQuery(SearchArea.around(region), new TreeSet<>(years), OptionalDouble.empty());
  }

  /** The same without images coarser than so many metres, as far as a catalogue can tell. */
  public StacQuery upTo(double gsd) {
    return new StacQuery(area, years, OptionalDouble.of(gsd));
  }

  /** Whether an image is one of those looked for. */
  boolean wants(ImageryTile tile) {
    return (years.isEmpty() || tile.year().isPresent() && years.contains(tile.year().getAsInt()))
        && area.touches(tile.footprint());
  }

  /** Times as STAC writes them, one for each run of years; one empty where all years count. */
  List<Optional<String>> times() {
    if (years.isEmpty()) {
      return List.of(Optional.empty());
    }
    List<Optional<String>> times = new ArrayList<>();
    int first = years.first();
    int last = first;
    for (int year : years) {
      if (year > last + 1) {
        times.add(Optional.of(time(first, last)));
        first = year;
      }
      last = year;
    }
    times.add(Optional.of(time(first, last)));
    return times;
  }

  private static String time(int first, int last) {
    return "%04d-01-01T00:00:00Z/%04d-12-31T23:59:59Z".formatted(first, last);
  }
}
