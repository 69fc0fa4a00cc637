package org.coverscape.engine.stac;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.coverscape.engine.imagery.ImageLocation;

/** Reads all Items in a folder and the folders in it, in the order of their names. */
final class ItemFolder {
  private static final int MOST_FILES = 500_000;
  private static final int DEEPEST = 64;

  private final Documents documents;
  private final Found found;
  private final Set<Path> seen = new HashSet<>();

  ItemFolder(Documents documents, Found found) {
    this.documents = documents;
    this.found = found;
  }

  /** Reads a folder, first the catalogue that lies in it, if one does. */
  void read(Path folder) throws IOException {
    for (String name : List.of("catalog.json", "collection.json")) {
      Path top = folder.resolve(name);
      if (Files.isRegularFile(top)) {
        catalog(ImageLocation.of(top));
      }
    }
    visit(folder, 0);
  }

  private void catalog(ImageLocation top) throws IOException {
    try {
      StacDocument document = documents.read(top, item -> found.take(item, top));
      new CatalogWalk(documents, found).from(top, document);
    } catch (StacException e) {
      if (found.isFull()) {
        throw e;
      }
      found.refuse(top, String.valueOf(e.getMessage()));
    }
  }

  private void visit(Path folder, int depth) throws IOException {
    if (depth > DEEPEST || seen.size() >= MOST_FILES) {
      found.refuse(ImageLocation.of(folder), "It is nested too deeply or too large to be read.");
      return;
    }
    for (Path entry : entries(folder)) {
      boolean inner = Files.isDirectory(entry);
      if ((inner || isDocument(entry)) && isNew(entry)) {
        if (inner) {
          visit(entry, depth + 1);
        } else {
          file(ImageLocation.of(entry));
        }
      }
    }
  }

  private List<Path> entries(Path folder) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      found.refuse(ImageLocation.of(folder), "The folder cannot be opened; check its permissions.");
    }
    Collections.sort(entries);
    return entries;
  }

  private static boolean isDocument(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".") && (name.endsWith(".json") || name.endsWith(".geojson"));
  }

  /** Each file once, whatever the links that lead to it. */
  private boolean isNew(Path path) {
    Path real;
    try {
      real = path.toRealPath();
    } catch (IOException e) {
      // a link that leads nowhere; reading it says so
      real = path.toAbsolutePath();
    }
    return seen.add(real);
  }

  private void file(ImageLocation file) throws IOException {
    found.page();
    try {
      StacDocument document = documents.read(file, item -> found.take(item, file));
      if (document.isItem()) {
        found.take(document.content(), file);
      } else if (!document.isItemCollection() && !document.isCatalog()) {
        found.refuse(file, "It is JSON, but no STAC Item.");
      }
    } catch (StacException e) {
      if (found.isFull()) {
        throw e;
      }
      found.refuse(file, String.valueOf(e.getMessage()));
    }
  }
}
