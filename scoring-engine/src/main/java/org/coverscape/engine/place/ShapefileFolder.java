package org.coverscape.engine.place;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.coverscape.engine.vector.Shapefile;

/**
 * The parts of a shapefile in a folder, whatever the case of their endings.
 *
 * @param shp the {@code .shp} file
 */
record ShapefileFolder(Path shp) implements Shapefile.Parts {
  @Override
  public Optional<InputStream> open(String ending) throws IOException {
    if (ending.equals("shp")) {
      return Optional.of(Files.newInputStream(shp));
    }
    String name = String.valueOf(shp.getFileName());
    int dot = name.lastIndexOf('.');
    String wanted = (dot < 0 ? name : name.substring(0, dot)) + "." + ending;
    Optional<Path> found;
    try (Stream<Path> files = Files.list(shp.toAbsolutePath().getParent())) {
      found =
          files
              .filter(file -> String.valueOf(file.getFileName()).equalsIgnoreCase(wanted))
              .sorted()
              .findFirst();
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(Files.newInputStream(found.get()));
  }
}
