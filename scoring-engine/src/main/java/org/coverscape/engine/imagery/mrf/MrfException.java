package org.coverscape.engine.imagery.mrf;

import org.coverscape.engine.imagery.bytes.SourceException;

/** A file is not an MRF that can be used. The message is one plain sentence that says why. */
public final class MrfException extends SourceException {
  private static final long serialVersionUID = 1L;

  MrfException(String message) {
    super(message);
  }

  MrfException(String message, Throwable cause) {
    super(message, cause);
  }

  static MrfException damaged() {
    return new MrfException("Its header is damaged; copy the file again.");
  }

  static MrfException damaged(Throwable cause) {
    return new MrfException("Its header is damaged; copy the file again.", cause);
  }
}
