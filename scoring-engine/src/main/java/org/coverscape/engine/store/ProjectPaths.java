package org.coverscape.engine.store;

import java.nio.file.Path;
import org.coverscape.engine.imagery.ImageLocation;

/**
 * Paths as a project file names them: those inside its folder relative to that, with slashes, so
 * that the folder can be moved, even to another system.
 *
 * @param folder the folder of the project file, absolute and normalised
 */
record ProjectPaths(Path folder) {
  /** The paths of one project file. */
  static ProjectPaths of(Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return new ProjectPaths(folder == null ? whole : folder);
  }

  String text(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    if (!whole.startsWith(folder)) {
      return whole.toString();
    }
    StringBuilder text = new StringBuilder(".");
    if (!whole.equals(folder)) {
      folder.relativize(whole).forEach(name -> text.append('/').append(name));
    }
    return text.toString();
  }

  Path path(String text) {
    return folder.resolve(text).normalize();
  }

  String text(ImageLocation location) {
    return location.file().map(this::text).orElseGet(location::text);
  }

  ImageLocation location(String text) {
    return text.matches("(?i)https?://.*")
        ? ImageLocation.parse(text)
        : ImageLocation.of(path(text));
  }
}
