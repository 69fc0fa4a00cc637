package org.coverscape.engine.store;

/**
 * The journal of a job cannot be opened, read or written; what it holds already stays. The message
 * is one plain sentence for a person.
 */
public final class JournalException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence and its cause. */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A fault with its sentence. */
  public JournalException(String message) {
    super(message);
  }
}
