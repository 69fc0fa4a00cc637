package org.coverscape.engine.stac;

import java.io.IOException;

/** A catalogue cannot be used. The message is one plain sentence that says why. */
public final class StacException extends IOException {
  private static final long serialVersionUID = 1L;

  private enum Reason {
    CONTENT,
    UNREACHED,
    UNPLACED
  }

  private final Reason reason;

  /** A fault of what the catalogue holds. */
  public StacException(String message) {
    this(message, Reason.CONTENT);
  }

  /** A fault of what the catalogue holds, with its cause. */
  public StacException(String message, Throwable cause) {
    super(message, cause);
    reason = Reason.CONTENT;
  }

  private StacException(String message, Reason reason) {
    super(message);
    this.reason = reason;
  }

  /** A catalogue that does not answer now, and may later. */
  static StacException unreached(String message) {
    return new StacException(message, Reason.UNREACHED);
  }

  /** Whether the catalogue did not answer, so that what was found earlier is the best there is. */
  public boolean isUnreached() {
    return reason == Reason.UNREACHED;
  }

  /** An entry that leaves open where the pixels lie, which the image itself may say. */
  static StacException unplaced(String message) {
    return new StacException(message, Reason.UNPLACED);
  }

  /** Whether the entry leaves open where the pixels lie. */
  boolean isUnplaced() {
    return reason == Reason.UNPLACED;
  }
}
