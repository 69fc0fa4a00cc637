package org.coverscape.engine.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.coverscape.engine.vector.FeatureCollection;
import org.coverscape.engine.vector.FeatureException;
import org.coverscape.engine.vector.GeoJson;
import org.coverscape.engine.vector.Kml;
import org.coverscape.engine.vector.Shapefile;

/** Reads the one file of features in a zip file. */
final class ZippedFeatures {
  /** More than any of the formats is meant for, and less than what a hostile file unpacks to. */
  private static final long MAX_UNPACKED = 1L << 31;

  private ZippedFeatures() {}

  static FeatureCollection read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = only(zip);
      return switch (FileKind.ofName(entry.getName())) {
        case SHAPEFILE -> Shapefile.read(ending -> part(zip, entry.getName(), ending));
        case KML -> {
          try (InputStream in = open(zip, entry)) {
            yield Kml.read(in);
          }
        }
        default -> {
          try (InputStream in = open(zip, entry)) {
            yield GeoJson.read(in);
          }
        }
      };
    } catch (ZipException | IllegalArgumentException e) {
      if (e instanceof FeatureException known) {
        throw known;
      }
      throw new FeatureException("The zip file is damaged; copy it again.", e);
    }
  }

  private static ZipEntry only(ZipFile zip) {
    List<? extends ZipEntry> found =
        zip.stream().filter(entry -> FileKind.ofName(entry.getName()) != FileKind.UNKNOWN).toList();
    List<? extends ZipEntry> shapes =
        found.stream()
            .filter(entry -> FileKind.ofName(entry.getName()) == FileKind.SHAPEFILE)
            .toList();
    List<? extends ZipEntry> wanted = shapes.isEmpty() ? found : shapes;
    if (wanted.size() == 1) {
      return wanted.get(0);
    }
    throw new FeatureException(
        wanted.isEmpty()
            ? "The zip file holds no shapefile, KML or GeoJSON."
            : "The zip file holds several files of features; unpack it and name one of them.");
  }

  private static Optional<InputStream> part(ZipFile zip, String shp, String ending)
      throws IOException {
    String wanted = shp.substring(0, shp.length() - 3) + ending;
    Optional<? extends ZipEntry> entry =
        zip.stream().filter(e -> e.getName().equalsIgnoreCase(wanted)).findFirst();
    return entry.isEmpty() ? Optional.empty() : Optional.of(open(zip, entry.get()));
  }

  private static InputStream open(ZipFile zip, ZipEntry entry) throws IOException {
    if (entry.getSize() > MAX_UNPACKED) {
      throw new FeatureException("The zip file is too large; unpack it first.");
    }
    return zip.getInputStream(entry);
  }
}
