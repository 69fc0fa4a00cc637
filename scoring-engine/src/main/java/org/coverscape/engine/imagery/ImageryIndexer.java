package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what files of imagery are, for the catalogue. Stateless, and so thread-safe.
 *
 * <p>Only headers are read. A file that cannot be scored is an {@link IndexOutcome.Refused} and
 * never an exception.
 */
public final class ImageryIndexer {
  private final TileDescriber describer = new TileDescriber();

  /** Reads one file, whatever its name. */
  public IndexOutcome read(Path file) {
    if (!Files.exists(file)) {
      return new IndexOutcome.Refused(file, "It does not exist.");
    }
    if (Files.isDirectory(file)) {
      return new IndexOutcome.Refused(file, "It is a folder, not an image.");
    }
    try {
      return new IndexOutcome.Indexed(FileFaults.explain(() -> describer.describe(file)));
    } catch (IOException e) {
      return new IndexOutcome.Refused(
          file, Optional.ofNullable(e.getMessage()).orElse("It cannot be read."));
    }
  }

  /**
   * Reads files, and all {@code .tif} and {@code .tiff} files in folders and the folders in them,
   * in the order of their names; each file once.
   *
   * @param paths files, read whatever their names, and folders
   * @param sink takes the outcomes, on the calling thread
   */
  public void index(Collection<Path> paths, Consumer<IndexOutcome> sink) {
    ImageryWalk walk = new ImageryWalk(file -> sink.accept(read(file)), sink);
    paths.forEach(walk::visit);
  }
}
