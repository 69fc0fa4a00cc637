package org.coverscape.engine.imagery;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where an image lies: in a file of this computer, or behind an address of the web. */
public sealed interface ImageLocation extends Comparable<ImageLocation> {
  /**
   * A file.
   *
   * @param path relative ones are those of the folder the program was started in
   */
  record OfFile(Path path) implements ImageLocation {
    @Override
    public String name() {
      return String.valueOf(path.getFileName());
    }

    @Override
    public Optional<Path> file() {
      return Optional.of(path);
    }

    @Override
    public ImageLocation sibling(String name) {
      return new OfFile(path.resolveSibling(name));
    }

    @Override
    public String text() {
      return path.toAbsolutePath().normalize().toString();
    }

    @Override
    public String toString() {
      return path.toString();
    }
  }

  /**
   * An address.
   *
   * @param uri http or https; a signature, user or password in it is dropped, since locations are
   *     kept and shown
   */
  record OfWeb(URI uri) implements ImageLocation {
    /** Drops what lets its holder in. */
    public OfWeb {
      uri = PlainAddress.of(uri);
    }

    @Override
    public String name() {
      String path = Optional.ofNullable(uri.getPath()).orElse("");
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public Optional<Path> file() {
      return Optional.empty();
    }

    @Override
    public ImageLocation sibling(String name) {
      try {
        return new OfWeb(uri.resolve(new URI(null, null, "./" + name, null)));
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException(name + " is no name of a file.", e);
      }
    }

    @Override
    public String text() {
      return uri.toString();
    }

    @Override
    public String toString() {
      return text();
    }
  }

  /** The location of a file. */
  static ImageLocation of(Path path) {
    return new OfFile(path);
  }

  /**
   * The location that a text names, as {@link #text} wrote it or as a person does.
   *
   * @throws IllegalArgumentException when it is neither an address nor the name of a file
   */
  static ImageLocation parse(String text) {
    String scheme = text.toLowerCase(Locale.ROOT);
    if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
      return new OfWeb(URI.create(text.strip().replace(" ", "%20")));
    }
    if (scheme.matches("[a-z0-9]{2,}://.*")) {
      throw new IllegalArgumentException(
          text + " cannot be read; name it by its https address, or copy the file here first.");
    }
    return new OfFile(Path.of(text));
  }

  /** The file's name, without folders. */
  String name();

  /** The file, when it is one of this computer. */
  Optional<Path> file();

  /** Another file in the same folder, by its name as people write it. */
  ImageLocation sibling(String name);

  /** Whether it is a file that lies in a folder, at any depth, or is the place itself. */
  default boolean isIn(Path place) {
    Path whole = place.toAbsolutePath().normalize();
    return file().filter(own -> own.toAbsolutePath().normalize().startsWith(whole)).isPresent();
  }

  /** How it is named wherever it is kept, whatever folder the program was started in. */
  String text();

  @Override
  default int compareTo(ImageLocation other) {
    return text().compareTo(other.text());
  }
}
