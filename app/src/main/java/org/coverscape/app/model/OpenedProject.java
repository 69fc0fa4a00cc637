package org.coverscape.app.model;

import java.nio.file.Path;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.store.ProjectFile;
import org.coverscape.engine.store.ProjectLock;
import org.coverscape.engine.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a project file. Not for the screen's thread: files are read and written.
 *
 * @param project what it holds
 * @param lock keeps others from writing it; null where it can only be looked at
 * @param readOnly one sentence why it can only be looked at; empty where it is saved
 */
record OpenedProject(Project project, @Nullable ProjectLock lock, String readOnly) {
  /**
   * Opens a project, at least to be looked at.
   *
   * @throws StoreException with one sentence when it cannot be read
   */
  static OpenedProject read(Path file) {
    Project read = ProjectFile.read(file);
    try {
      return new OpenedProject(read, ProjectLock.of(file), "");
    } catch (StoreException e) {
      return new OpenedProject(read, null, String.valueOf(e.getMessage()));
    }
  }

  /** Writes a project into a new file; one that another window has open is not written over. */
  static OpenedProject copied(Path file, Project copy) {
    ProjectLock taken = ProjectLock.of(file);
    try {
      ProjectFile.write(file, copy);
      return new OpenedProject(copy, taken, "");
    } catch (StoreException e) {
      taken.close();
      throw e;
    }
  }
}
