package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.bytes.ByteSource;

/**
 * Small text files that lie beside an image and bear its name.
 *
 * @param location the image
 * @param access opens them
 */
record Sidecars(ImageLocation location, ImageryFormat.Access access) {
  /** Bytes of a file; larger ones are something else. */
  private static final long MOST_BYTES = 8L << 20;

  /** The text of the first that is there, of those whose names end so in place of the image's. */
  Optional<String> replacing(List<String> endings) {
    String name = location.name();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return endings.stream().flatMap(ending -> read(stem + ending).stream()).findFirst();
  }

  /** The text of the file whose name is the image's and an ending behind it. */
  Optional<String> behind(String ending) {
    return read(location.name() + ending);
  }

  private Optional<String> read(String name) {
    try (ByteSource bytes = access.bytes(location.sibling(name))) {
      long length = bytes.length();
      if (length > MOST_BYTES) {
        return Optional.empty();
      }
      byte[] text = new byte[(int) length];
      bytes.read(0, text, 0, text.length);
      return Optional.of(new String(text, StandardCharsets.UTF_8));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // most images have none; what is missing then is said of the image
    }
  }
}
