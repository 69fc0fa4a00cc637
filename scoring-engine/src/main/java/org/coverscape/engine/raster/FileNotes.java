package org.coverscape.engine.raster;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a file says about itself in words.
 *
 * @param description the ImageDescription field, ASCII
 * @param taken the DateTime field: when the image was taken or made
 * @param software the Software field, ASCII
 */
public record FileNotes(
    Optional<String> description, Optional<LocalDateTime> taken, Optional<String> software) {
  /** No words. */
  public static final FileNotes NONE =
      new FileNotes(Optional.empty(), Optional.empty(), Optional.empty());

  private static final DateTimeFormatter TIFF_DATE =
      DateTimeFormatter.ofPattern("uuuu:MM:dd HH:mm:ss", java.util.Locale.ROOT);

  /** The DateTime field as TIFF 6.0 writes it. */
  Optional<String> takenText() {
    return taken.map(TIFF_DATE::format);
  }
}
