package org.coverscape.engine.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file of features is, told by how it begins. */
enum FileKind {
  GEOJSON,
  SHAPEFILE,
  GEOPACKAGE,
  KML,
  WKT,
  ZIP,
  EMPTY,
  UNKNOWN;

  private static final int LOOK = 512;

  /** The kind of a file. */
  static FileKind of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(LOOK));
    }
  }

  /** The kind of an entry of a zip file, told by its name. */
  static FileKind ofName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String base = lower.substring(lower.lastIndexOf('/') + 1);
    if (base.startsWith(".") || lower.startsWith("__macosx/")) {
      return UNKNOWN;
    }
    return lower.endsWith(".shp")
        ? SHAPEFILE
        : lower.endsWith(".kml")
            ? KML
            : lower.endsWith(".geojson") || lower.endsWith(".json") ? GEOJSON : UNKNOWN;
  }

  private static FileKind of(byte[] start) {
    String latin = new String(start, StandardCharsets.ISO_8859_1);
    if (latin.startsWith("SQLite format 3")) {
      return GEOPACKAGE;
    }
    if (latin.startsWith("PK\u0003\u0004")) {
      return ZIP;
    }
    if (latin.startsWith("\0\0'\n")) {
      return SHAPEFILE;
    }
    String text = latin.replaceFirst("^\u00EF\u00BB\u00BF", "").strip();
    if (text.isEmpty()) {
      return start.length < LOOK ? EMPTY : UNKNOWN;
    }
    return switch (text.charAt(0)) {
      case '{', '[' -> GEOJSON;
      case '<' -> KML;
      default -> text.matches("(?s)[A-Za-z].*") && text.indexOf('\0') < 0 ? WKT : UNKNOWN;
    };
  }
}
