package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;
import org.coverscape.engine.imagery.NaipName;

/**
 * When an Item's image was taken: {@code datetime}, else {@code start_datetime}, else the date in a
 * file name of NAIP, else the middle of {@code naip:year}, else {@code end_datetime}.
 */
final class ItemDate {
  private ItemDate() {}

  /**
   * The date.
   *
   * @param id the image's file name without its ending
   */
  static Optional<LocalDate> of(JsonNode properties, String id) {
    return date(properties, "datetime")
        .or(() -> date(properties, "start_datetime"))
        .or(() -> NaipName.acquired(id))
        .or(() -> middle(Members.whole(properties, "naip:year")))
        .or(() -> date(properties, "end_datetime"));
  }

  /** The first ten characters of a time by RFC 3339, whose zone does not matter for a day. */
  private static Optional<LocalDate> date(JsonNode properties, String name) {
    return Members.text(properties, name)
        .filter(text -> text.length() >= 10)
        .flatMap(text -> parse(text.substring(0, 10)))
        .filter(date -> isPlausible(date.getYear()));
  }

  private static Optional<LocalDate> parse(String day) {
    try {
      return Optional.of(LocalDate.parse(day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> middle(OptionalInt year) {
    return year.isPresent() && isPlausible(year.getAsInt())
        ? Optional.of(LocalDate.of(year.getAsInt(), Month.JULY, 1))
        : Optional.empty();
  }

  private static boolean isPlausible(int year) {
    return year >= 1900 && year <= 2200;
  }
}
