package org.coverscape.engine.imagery.jpeg;

import java.io.IOException;

/** A JPEG stream is damaged: it breaks a rule of the format, or ends early. */
public final class JpegException extends IOException {
  private static final long serialVersionUID = 1L;

  JpegException(String message) {
    super(message);
  }
}
