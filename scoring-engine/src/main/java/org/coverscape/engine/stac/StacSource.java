package org.coverscape.engine.stac;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.coverscape.engine.imagery.ImageLocation;

/**
 * A catalogue that a person named.
 *
 * @param name as it was named
 * @param location its landing page, or a document, file or folder of it
 * @param collections the collections that are searched; empty for a choice by what there is
 */
public record StacSource(String name, ImageLocation location, List<String> collections) {
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

  /** Takes a copy. */
  public StacSource {
    collections = List.copyOf(collections);
  }

  /**
   * Reads the name of a preset, an address, or the name of a file or folder.
   *
   * @throws IllegalArgumentException with one sentence when it is none of them
   */
  public static StacSource parse(String text) {
    String name = text.strip();
    Optional<StacPreset> preset = StacPreset.find(name);
    if (preset.isPresent()) {
      return new StacSource(
          name, new ImageLocation.OfWeb(preset.get().root()), preset.get().collections());
    }
    return new StacSource(name, SCHEME.matcher(name).matches() ? web(name) : file(name), List.of());
  }

  private static ImageLocation web(String name) {
    Optional<URI> uri = Addresses.parse(name);
    return uri.flatMap(u -> Buckets.isBucket(u) ? Buckets.web(u, Optional.empty()) : uri)
        .filter(Addresses::isWeb)
        .map(ImageLocation.OfWeb::new)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + name + "' is no address of a catalogue; it begins with https://."));
  }

  private static ImageLocation file(String name) {
    try {
      Path path = Path.of(name);
      if (!name.isEmpty() && Files.exists(path)) {
        return ImageLocation.of(path);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(unknown(name), e);
    }
    throw new IllegalArgumentException(unknown(name));
  }

  private static String unknown(String name) {
    return "There is no catalogue '"
        + name
        + "'; give an address that begins with https://, a folder or file of Items,"
        + " planetary-computer or earth-search.";
  }

  /** The same catalogue, only some collections of it. */
  public StacSource of(List<String> only) {
    return only.isEmpty() ? this : new StacSource(name, location, only);
  }
}
