package org.coverscape.engine.store;

/** A database of ours cannot be used. The message is one plain sentence for a person. */
public class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence and its cause. */
  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A fault with its sentence. */
  public StoreException(String message) {
    super(message);
  }
}
