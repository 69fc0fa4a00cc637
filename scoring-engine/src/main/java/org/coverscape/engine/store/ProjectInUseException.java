package org.coverscape.engine.store;

/**
 * A project is open in another window; it can still be read, or copied. The message is one plain
 * sentence for a person.
 */
public final class ProjectInUseException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** With its sentence. */
  public ProjectInUseException(String message) {
    super(message);
  }
}
