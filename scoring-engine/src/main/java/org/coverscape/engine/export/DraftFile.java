package org.coverscape.engine.export;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * A file under another name beside the wanted one, which takes its place when it is whole.
 *
 * <p>{@link #close} removes what was not committed. Not thread-safe.
 */
public final class DraftFile implements AutoCloseable {
  private final Path target;
  private final Path path;

  DraftFile(Path target) {
    this.target = target;
    Path whole = target.toAbsolutePath();
    path = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".part");
  }

  /** Where to write until {@link #commit}. */
  Path path() {
    return path;
  }

  /**
   * Puts the draft in place of the wanted file, replacing an older one.
   *
   * @throws IOException with one sentence when that cannot be done
   */
  void commit() throws IOException {
    try {
      try {
        Files.move(
            path, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw FileFault.of(target, e);
    }
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(path)) {
      Files.delete(path);
    }
  }

  /**
   * Writes a whole text as UTF-8.
   *
   * @throws IOException with one sentence when it cannot be written
   */
  public static void write(Path target, String text) throws IOException {
    try (DraftFile draft = new DraftFile(target)) {
      try {
        Files.writeString(draft.path(), text);
      } catch (IOException e) {
        throw FileFault.of(target, e);
      }
      draft.commit();
    }
  }
}
