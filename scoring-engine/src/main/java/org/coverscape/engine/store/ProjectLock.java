package org.coverscape.engine.store;

import java.nio.file.Path;

/** Keeps a project file to one window. Thread-safe. */
@SuppressWarnings("DoNotCallSuggester")
public final class ProjectLock implements AutoCloseable {
  private ProjectLock() {}

  /**
   * Takes the lock of a project file.
   *
   * @throws StoreException with one sentence when another window has it, or the folder cannot be
   *     written to; the project can still be read
   */
  public static ProjectLock of(Path project) {
    throw new UnsupportedOperationException("" + project);
  }

  @Override
  public void close() {}
}
