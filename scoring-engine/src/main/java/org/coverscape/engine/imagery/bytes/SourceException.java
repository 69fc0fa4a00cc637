package org.coverscape.engine.imagery.bytes;

import java.io.IOException;

/** A file cannot be used. The message is one plain sentence that says why, and what to do. */
public class SourceException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean passing;

  /** A fault with its sentence. */
  public SourceException(String message) {
    super(message);
    passing = false;
  }

  /** A fault with its sentence and its cause. */
  public SourceException(String message, Throwable cause) {
    this(message, cause, false);
  }

  private SourceException(String message, Throwable cause, boolean passing) {
    super(message, cause);
    this.passing = passing;
  }

  /** A fault of the way to the file, which says nothing of the file and may be over later. */
  public static SourceException passing(String message, Throwable cause) {
    return new SourceException(message, cause, true);
  }

  /** Whether the same may succeed later, so that nothing is known of the file. */
  public boolean isPassing() {
    return passing || getCause() instanceof SourceException cause && cause.isPassing();
  }
}
