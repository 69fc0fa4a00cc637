package org.coverscape.engine.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coverscape.engine.landcover.ImagerySource;
import org.coverscape.engine.landcover.MappedRegion;

/**
 * When the images of a map were taken.
 *
 * @param days the days, rising, each once
 * @param undated how many images have no date
 * @param synthetic whether any was painted by code and shows no real ground
 */
public record ImageryDates(List<LocalDate> days, int undated, boolean synthetic) {
  /** Takes a copy of the list. */
  public ImageryDates {
    days = List.copyOf(days);
  }

  /** The dates of a map's images. */
  public static ImageryDates of(MappedRegion map) {
    TreeSet<LocalDate> days =
        map.sources().stream()
            .map(ImagerySource::date)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    long undated = map.sources().stream().filter(source -> source.date().isEmpty()).count();
    return new ImageryDates(List.copyOf(days), Math.toIntExact(undated), map.synthetic());
  }

  /** The years, such as {@code 2019, 2021}; {@code unknown} where no image has a date. */
  public String years() {
    String years =
        days.stream()
            .map(day -> String.valueOf(day.getYear()))
            .distinct()
            .collect(Collectors.joining(", "));
    return years.isEmpty() ? "unknown" : years;
  }

  /** The days for a person: one, or the first and the last. */
  public String text() {
    String dated =
        days.isEmpty()
            ? "unknown"
            : days.size() == 1
                ? days.get(0).toString()
                : days.get(0) + " to " + days.get(days.size() - 1);
    return undated == 0 || days.isEmpty() ? dated : dated + ", others unknown";
  }
}
