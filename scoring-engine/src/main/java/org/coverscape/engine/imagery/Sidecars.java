package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceException;

/**
 * Small text files that lie beside an image and bear its name. One that is not there, or not for
 * us, is none; one that cannot be reached now is a {@link SourceException} that passes.
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
  Optional<String> replacing(List<String> endings) throws SourceException {
    for (String ending : endings) {
      Optional<String> text = read(stem() + ending);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
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
  String fingerprint(List<String> behind, List<String> replacing) throws SourceException {
    StringBuilder all = new StringBuilder();
    for (String ending : behind) {
      fingerprint(location.name() + ending).ifPresent(found -> all.append('/').append(found));
    }
    for (String ending : replacing) {
      fingerprint(stem() + ending).ifPresent(found -> all.append('/').append(found));
    }
    return all.toString();
  }

  private Optional<String> fingerprint(String name) throws SourceException {
    return of(name, ByteSource::fingerprint);
  }

  /** The text of the file whose name is the image's and an ending behind it. */
  Optional<String> behind(String ending) throws SourceException {
    return read(location.name() + ending);
  }

  private Optional<String> read(String name) throws SourceException {
    return of(name, Sidecars::text).filter(text -> !text.isEmpty());
  }

  /** Empty where it is too large. */
  private static String text(ByteSource bytes) throws IOException {
    long length = bytes.length();
    if (length > MOST_BYTES) {
      return "";
    }
    byte[] text = new byte[(int) length];
    bytes.read(0, text, 0, text.length);
    String all = new String(text, StandardCharsets.UTF_8);
    return all.startsWith(BYTE_ORDER_MARK) ? all.substring(1) : all;
  }

  /** Reads something of a file. */
  @FunctionalInterface
  private interface Reading<T> {
    T read(ByteSource bytes) throws IOException;
  }

  /** Most images have none; what is missing then is said of the image. */
  private <T> Optional<T> of(String name, Reading<T> reading) throws SourceException {
    try (ByteSource bytes = access.bytes(location.sibling(name))) {
      return Optional.of(reading.read(bytes));
    } catch (SourceException e) {
      if (e.isPassing()) {
        throw e;
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
