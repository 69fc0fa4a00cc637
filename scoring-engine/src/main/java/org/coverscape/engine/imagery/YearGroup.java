package org.coverscape.engine.imagery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * Images of one year, or those without a date, in the order in which they win: the newest date
 * first, then by id.
 *
 * @param tiles at least one image
 */
record YearGroup(List<PlacedTile> tiles) {
  /** The order in which images win: by date from the newest, undated last, then by id and path. */
  static final Comparator<ImageryTile> WINS =
      Comparator.comparing(
              (ImageryTile tile) -> tile.date().orElse(LocalDate.MIN), Comparator.reverseOrder())
          .thenComparing(ImageryTile::id)
          .thenComparing(tile -> tile.location().text());

  /** Divides images that are in order. */
  static List<YearGroup> of(List<PlacedTile> ordered) {
    List<YearGroup> groups = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= ordered.size(); i++) {
      if (i == ordered.size() || !year(ordered.get(i)).equals(year(ordered.get(from)))) {
        groups.add(new YearGroup(List.copyOf(ordered.subList(from, i))));
        from = i;
      }
    }
    return groups;
  }

  private static OptionalInt year(PlacedTile tile) {
    return tile.tile().year();
  }
}
