package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.Path;
import org.coverscape.engine.store.GeoPackageWriter;

/** Writes a GeoPackage so that a fault half way leaves nothing behind. */
final class GeoPackages {
  /** Fills a GeoPackage. */
  @FunctionalInterface
  interface Content {
    void fill(GeoPackageWriter out) throws IOException;
  }

  private GeoPackages() {}

  static void write(Path file, Content content) throws IOException {
    try (GeoPackageWriter out = create(file)) {
      boolean whole = false;
      try {
        content.fill(out);
        whole = true;
      } finally {
        if (!whole) {
          out.discard();
        }
      }
    }
  }

  private static GeoPackageWriter create(Path file) throws IOException {
    try {
      return GeoPackageWriter.create(file);
    } catch (java.nio.file.FileSystemException e) {
      throw FileFault.of(file, e);
    }
  }
}
