package org.coverscape.engine.imagery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what files of imagery are, for the catalogue. Thread-safe.
 *
 * <p>Only headers are read. A file that cannot be scored is an {@link IndexOutcome.Refused} and
 * never an exception.
 */
public final class ImageryIndexer {
  /** The reason of a file or folder that is not there. */
  static final String MISSING = "It does not exist.";

  private final ImageryAccess access;

  /** Reads imagery that can be had this way. */
  public ImageryIndexer(ImageryAccess access) {
    this.access = access;
  }

  /** Reads one file, whatever its name. */
  public IndexOutcome read(Path file) {
    ImageLocation location = ImageLocation.of(file);
    if (!Files.exists(file)) {
      return new IndexOutcome.Refused(location, MISSING);
    }
    if (Files.isDirectory(file)) {
      return new IndexOutcome.Refused(location, "It is a folder, not an image.");
    }
    return read(location);
  }

  /** Reads one image, wherever it lies. */
  public IndexOutcome read(ImageLocation location) {
    try {
      return new IndexOutcome.Indexed(FileFaults.explain(() -> access.describe(location)));
    } catch (IOException e) {
      return new IndexOutcome.Refused(
          location, Optional.ofNullable(e.getMessage()).orElse("It cannot be read."));
    }
  }

  /**
   * Reads what a person named: files and folders of this computer as {@link #index} does, addresses
   * of the web as images.
   *
   * @param sink takes the outcomes, on the calling thread
   */
  public void indexAll(Collection<ImageLocation> locations, Consumer<IndexOutcome> sink) {
    ImageryWalk walk = new ImageryWalk(access::isImage, file -> sink.accept(read(file)), sink);
    for (ImageLocation location : new LinkedHashSet<>(locations)) {
      location.file().ifPresentOrElse(walk::visit, () -> sink.accept(read(location)));
    }
  }

  /**
   * Reads files, and all that have the name of an image in folders and the folders in them, in the
   * order of their names; each file once.
   *
   * @param paths files, read whatever their names, and folders
   * @param sink takes the outcomes, on the calling thread
   */
  public void index(Collection<Path> paths, Consumer<IndexOutcome> sink) {
    walk(paths, file -> sink.accept(read(file)), sink);
  }

  /**
   * Finds the same files without reading them.
   *
   * @param files takes them, on the calling thread
   * @param refusals takes the paths that do not exist and the folders that cannot be opened
   */
  public void walk(
      Collection<Path> paths,
      Consumer<Path> files,
      Consumer<? super IndexOutcome.Refused> refusals) {
    ImageryWalk walk = new ImageryWalk(access::isImage, files, refusals);
    paths.forEach(walk::visit);
  }
}
