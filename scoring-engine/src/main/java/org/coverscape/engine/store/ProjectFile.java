package org.coverscape.engine.store;

import java.nio.file.Path;
import org.coverscape.engine.project.Project;

/** Reads and writes project files. Stateless. */
@SuppressWarnings("DoNotCallSuggester")
public final class ProjectFile {
  private ProjectFile() {}

  /**
   * Begins a project file where there is none yet; its folder is made.
   *
   * @throws StoreException with one sentence when there is a file already, or it cannot be written
   */
  public static void create(Path file, Project project) {
    throw new UnsupportedOperationException(file + project.name());
  }

  /**
   * Reads a project.
   *
   * @throws StoreException with one sentence when it cannot be read
   */
  public static Project read(Path file) {
    throw new UnsupportedOperationException("" + file);
  }

  /**
   * Writes a project in place of what the file held; afterwards, whatever happens meanwhile, the
   * file holds the one or the other as a whole.
   *
   * @throws StoreException with one sentence when it cannot be written
   */
  public static void write(Path file, Project project) {
    throw new UnsupportedOperationException(file + project.name());
  }
}
