package org.coverscape.engine.place;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.engine.store.GeoPackageReader;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.engine.vector.GeoJson;
import org.coverscape.engine.vector.Kml;
import org.coverscape.engine.vector.Shapefile;
import org.coverscape.engine.vector.WellKnownText;

/**
 * Reads the features of a file: GeoJSON, a shapefile (also zipped), a GeoPackage, KML (also zipped
 * as KMZ) or well-known text. The kind is told by the content, not by the name.
 *
 * <p>Every fault is a {@link FeatureException} whose message is one sentence for a person.
 */
public final class FeatureFile {
  private static final String LAYER = "|layername=";
  private static final long MAX_TEXT = 256L << 20;

  private FeatureFile() {}

  /** Reads the file with a name, to which {@code |layername=NAME} may be added. */
  public static FeatureCollection read(String name) {
    int bar = name.lastIndexOf(LAYER);
    try {
      Path file = Path.of(bar < 0 ? name : name.substring(0, bar));
      return read(
          file, bar < 0 ? Optional.empty() : Optional.of(name.substring(bar + LAYER.length())));
    } catch (InvalidPathException e) {
      throw new FeatureException("'" + name + "' is no name of a file.", e);
    }
  }

  /** Reads a file. */
  public static FeatureCollection read(Path file) {
    return read(file, Optional.empty());
  }

  /**
   * Reads a file.
   *
   * @param layer the layer of a GeoPackage with several
   */
  public static FeatureCollection read(Path file, Optional<String> layer) {
    if (!Files.exists(file)) {
      throw new FeatureException("There is no file " + file + "; check the path.");
    }
    if (!Files.isRegularFile(file)) {
      throw new FeatureException(file + " is not a file; name the file itself.");
    }
    try {
      FeatureCollection features = dispatch(file, layer);
      Degrees.check(features);
      return features;
    } catch (IOException e) {
      throw new FeatureException(
          file + " cannot be read; check that it is whole and that you may read it.", e);
    } catch (FeatureException e) {
      String sentence = String.valueOf(e.getMessage());
      throw sentence.startsWith(file.toString())
          ? e
          : new FeatureException(file + " cannot be used: " + lower(sentence), e);
    }
  }

  private static FeatureCollection dispatch(Path file, Optional<String> layer) throws IOException {
    return switch (FileKind.of(file)) {
      case GEOJSON -> {
        try (InputStream in = open(file)) {
          yield GeoJson.read(in);
        }
      }
      case KML -> {
        try (InputStream in = open(file)) {
          yield Kml.read(in);
        }
      }
      case WKT -> WellKnownText.read(text(file));
      case GEOPACKAGE -> GeoPackageReader.read(file, layer);
      case SHAPEFILE -> Shapefile.read(new ShapefileFolder(file));
      case ZIP -> ZippedFeatures.read(file);
      case EMPTY -> throw new FeatureException("The file is empty.");
      case UNKNOWN ->
          throw new FeatureException(
              "The file is none of GeoJSON, shapefile, GeoPackage, KML and well-known text.");
    };
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  private static String text(Path file) throws IOException {
    if (Files.size(file) > MAX_TEXT) {
      throw new FeatureException("The text is too long; save it as a GeoPackage.");
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
  }

  /** A sentence as the second half of another one. */
  private static String lower(String sentence) {
    return sentence.matches("(?s)(A|The|It|There) .*")
        ? Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1)
        : sentence;
  }
}
