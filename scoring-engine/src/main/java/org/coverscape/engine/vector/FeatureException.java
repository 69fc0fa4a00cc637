package org.coverscape.engine.vector;

/**
 * Features cannot be read, or are not what was asked for. The message is one plain sentence for a
 * person that says what to do.
 */
public final class FeatureException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence and its cause. */
  public FeatureException(String message, Throwable cause) {
    super(message, cause);
  }

  /** A fault with its sentence. */
  public FeatureException(String message) {
    super(message);
  }
}
