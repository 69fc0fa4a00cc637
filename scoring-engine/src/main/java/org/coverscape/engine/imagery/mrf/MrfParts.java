package org.coverscape.engine.imagery.mrf;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import org.coverscape.engine.imagery.ImageLocation;
import org.coverscape.engine.imagery.ImageryFormat;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.imagery.bytes.SourceException;

/** Finds the files beside a header. */
final class MrfParts {
  private static final String INDEX = ".idx";

  private final ImageLocation location;
  private final ImageryFormat.Access access;

  MrfParts(ImageLocation location, ImageryFormat.Access access) {
    this.location = location;
    this.access = access;
  }

  /** The file of the pages' places. */
  ByteSource index(MrfHeader header) throws IOException {
    return open(header.index().name(), INDEX, "index");
  }

  /** The file of the pages. */
  ByteSource data(MrfHeader header) throws IOException {
    return open(header.data().name(), header.compression().ending(), "data");
  }

  private ByteSource open(Optional<String> named, String ending, String what) throws IOException {
    String name = named.orElseGet(() -> beside(ending));
    ImageLocation place = resolve(name);
    ByteSource bytes = null;
    try {
      bytes = access.bytes(place);
      bytes.length();
      return bytes;
    } catch (NoSuchFileException | FileNotFoundException e) {
      close(bytes);
      throw new MrfException(
          "Its " + what + " file " + name + " is missing; copy it beside the .mrf file.", e);
    } catch (SourceException e) {
      close(bytes);
      String why = String.valueOf(e.getMessage());
      throw new MrfException(
          "Its " + what + " file " + name + " cannot be read: " + inSentence(why), e);
    } catch (IOException | RuntimeException e) {
      close(bytes);
      throw e;
    }
  }

  private static String inSentence(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  private static void close(@org.jspecify.annotations.Nullable ByteSource bytes)
      throws IOException {
    if (bytes != null) {
      bytes.close();
    }
  }

  private String beside(String ending) {
    String name = location.name();
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + ending;
  }

  private ImageLocation resolve(String name) throws MrfException {
    ImageLocation place;
    try {
      place =
          name.startsWith("http://") || name.startsWith("https://")
              ? ImageLocation.parse(name)
              : location.sibling(name);
    } catch (IllegalArgumentException e) {
      throw new MrfException("It names a file that cannot exist; its header is damaged.", e);
    }
    if (!new MrfFolder(location).holds(name, place)) {
      throw new MrfException(
          "Its header names a file in another folder; copy that beside the .mrf file and name it"
              + " there.");
    }
    return place;
  }
}
