package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** What editors put at the front of a text. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** The text of the first that is there, of those whose names end so in place of the image's. */
  Optional<String> replacing(List<String> endings) {
    return endings.stream().flatMap(ending -> read(stem() + ending).stream()).findFirst();
  }

  private String stem() {
    String name = location.name();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /**
   * What changes when one of some files does, comes or goes; empty where there is none.
   *
   * @param behind endings behind the image's name
   * @param replacing endings in place of the image's
   */
  String fingerprint(List<String> behind, List<String> replacing) {
    return Stream.concat(
            behind.stream().map(ending -> location.name() + ending),
            replacing.stream().map(ending -> stem() + ending))
        .flatMap(name -> fingerprint(name).stream())
        .map(found -> "/" + found)
        .collect(Collectors.joining());
  }

  private Optional<String> fingerprint(String name) {
    try (ByteSource bytes = access.bytes(location.sibling(name))) {
      return Optional.of(bytes.fingerprint());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // most images have none
    }
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
      String all = new String(text, StandardCharsets.UTF_8);
      return Optional.of(all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // most images have none; what is missing then is said of the image
    }
  }
}
