package org.coverscape.service.embedded;

import java.util.List;

/** The embedded service did not start. The message is one plain sentence for a person. */
public final class EmbeddedServiceFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lastLines;

  EmbeddedServiceFault(String message, List<String> lastLines, Throwable cause) {
    super(message, cause);
    this.lastLines = List.copyOf(lastLines);
  }

  /** What the service last wrote to its standard error, oldest first: for a log, not a person. */
  public List<String> lastLines() {
    return lastLines == null ? List.of() : lastLines;
  }
}
