package org.coverscape.service.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the child's temporary files. ONNX Runtime unpacks 24 MB of native code into one, and
 * a process cannot delete all of that itself, least of all when it is killed; its parent can.
 */
final class ScratchFolder implements AutoCloseable {
  private final Path path;

  private ScratchFolder(Path path) {
    this.path = path;
  }

  /** A new, empty folder beside this program's own temporary files. */
  static ScratchFolder create() throws IOException {
    return new ScratchFolder(Files.createTempDirectory("coverscape-service"));
  }

  Path path() {
    return path;
  }

  /** Deletes the folder and all in it, as far as the system lets; the child must have ended. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<File> deepestFirst = files.sorted(Comparator.reverseOrder()).map(Path::toFile).toList();
      boolean deleted = true;
      for (File file : deepestFirst) {
        deleted &= file.delete();
      }
      log(deleted ? "deleted" : "could not be deleted whole");
    } catch (IOException e) {
      log("could not be listed: " + e);
    }
  }

  private void log(String what) {
    System.getLogger(ScratchFolder.class.getName())
        .log(System.Logger.Level.DEBUG, "{0} {1}", path, what);
  }
}
