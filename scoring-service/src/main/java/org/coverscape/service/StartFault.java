package org.coverscape.service;

import org.coverscape.service.model.ModelFault;

/** The service cannot start. The message is one plain sentence for a person. */
public final class StartFault extends Exception {
  private static final long serialVersionUID = 1L;

  /** A network that cannot be used, as a reason not to start. */
  static StartFault of(ModelFault fault) {
    return new StartFault(String.valueOf(fault.getMessage()), fault);
  }

  /** A fault with its sentence. */
  public StartFault(String message) {
    super(message);
  }

  /** A fault with its sentence and its cause. */
  public StartFault(String message, Throwable cause) {
    super(message, cause);
  }
}
