package org.coverscape.app.model;

import java.nio.file.Path;
import org.coverscape.engine.project.Project;
import org.coverscape.engine.store.ProjectFile;

/**
 * Writes project files, and keeps a write that was asked for earlier from coming after the last
 * one. Thread-safe; not for the screen's thread, but for the very end.
 */
final class ProjectSaver {
  private boolean ended;

  /**
   * Writes a project, unless the last one was written.
   *
   * @throws org.coverscape.engine.store.StoreException with one sentence when it cannot be written
   */
  synchronized void write(Path file, Project project) {
    if (!ended) {
      ProjectFile.write(file, project);
    }
  }

  /** Writes a project for the last time; the same throws. */
  synchronized void writeLast(Path file, Project project) {
    ended = true;
    ProjectFile.write(file, project);
  }
}
