package org.coverscape.engine.imagery.bytes;

import java.io.IOException;

/** A file cannot be used. The message is one plain sentence that says why, and what to do. */
public class SourceException extends IOException {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence. */
  public SourceException(String message) {
    super(message);
  }

  /** A fault with its sentence and its cause. */
  public SourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
