package org.coverscape.engine.imagery;

import org.coverscape.engine.imagery.bytes.SourceException;

/** A file is not a TIFF that can be used. The message is one plain sentence that says why. */
public final class TiffException extends SourceException {
  private static final long serialVersionUID = 1L;

  /** A fault with its sentence. */
  public TiffException(String message) {
    super(message);
  }

  /** A fault with its sentence and its cause. */
  public TiffException(String message, Throwable cause) {
    super(message, cause);
  }

  static TiffException truncated() {
    return new TiffException("The file ends inside its header; it is truncated, copy it again.");
  }

  static TiffException damaged() {
    return new TiffException("Its header is damaged; copy the file again.");
  }
}
