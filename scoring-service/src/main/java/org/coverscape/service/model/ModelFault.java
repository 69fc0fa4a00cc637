package org.coverscape.service.model;

/** A network that cannot be used. The message is one plain sentence for a person. */
public final class ModelFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence. */
  public ModelFault(String message) {
    super(message);
  }

  /** A fault with its sentence and its cause. */
  public ModelFault(String message, Throwable cause) {
    super(message, cause);
  }
}
