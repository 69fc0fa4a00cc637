package org.coverscape.engine.catalogue;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is not at its place any more: it was deleted or moved, or the drive it lies on is
 * away. A place where a drive is mounted is empty without it, or gone itself.
 *
 * @param path where it was
 */
public record GoneFile(Path path) {
  /** Whether it is not there. */
  static boolean isGone(Path path) {
    return !Files.exists(path);
  }

  /** Whether its drive may be away: its folder is gone, or nothing is in it. */
  public boolean mayBeAway() {
    Path folder = path.toAbsolutePath().normalize().getParent();
    return folder == null || isEmpty(folder);
  }

  /**
   * Whether it has most likely moved to a new place, itself or with its folder: from among other
   * files, or within a folder that is there on the same drive.
   */
  boolean hasMovedTo(Path now) {
    if (!mayBeAway()) {
      return true;
    }
    Path folder = path.toAbsolutePath().normalize().getParent();
    boolean mounted = folder != null && Files.isDirectory(folder);
    Path left = mounted ? null : nearest(folder);
    return left != null
        && now.toAbsolutePath().normalize().startsWith(left)
        && isOnOneDrive(left, now);
  }

  private static @Nullable Path nearest(@Nullable Path folder) {
    Path at = folder;
    while (at != null && !Files.isDirectory(at)) {
      at = at.getParent();
    }
    return at;
  }

  private static boolean isOnOneDrive(Path one, Path other) {
    try {
      return Files.getFileStore(one).equals(Files.getFileStore(other));
    } catch (IOException e) {
      return false; // then it is not known, and nothing is forgotten
    }
  }

  /** What cannot be listed is taken for empty: the drive may be about to come. */
  private static boolean isEmpty(Path folder) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    } catch (IOException | DirectoryIteratorException e) {
      return true;
    }
  }
}
