package org.coverscape.engine.stac;

import java.io.IOException;

/** A catalogue cannot be used. The message is one plain sentence that says why. */
public final class StacException extends IOException {
  private static final long serialVersionUID = 1L;

  private final boolean unreached;

  /** A fault of what the catalogue holds. */
  public StacException(String message) {
    super(message);
    unreached = false;
  }

  /** A fault of what the catalogue holds, with its cause. */
  public StacException(String message, Throwable cause) {
    super(message, cause);
    unreached = false;
  }

  private StacException(String message, boolean unreached) {
    super(message);
    this.unreached = unreached;
  }

  /** A catalogue that does not answer now, and may later. */
  static StacException unreached(String message) {
    return new StacException(message, true);
  }

  /** Whether the catalogue did not answer, so that what was found earlier is the best there is. */
  public boolean isUnreached() {
    return unreached;
  }
}
