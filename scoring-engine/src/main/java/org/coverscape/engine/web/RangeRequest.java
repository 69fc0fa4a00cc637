package org.coverscape.engine.web;

import java.net.URI;
import java.util.Optional;

/**
 * Some bytes of a file on the web.
 *
 * @param uri the file
 * @param from position of the first
 * @param count how many; fewer come where the file ends before
 * @param known what an earlier answer said of the file: a later one that says otherwise is refused
 */
public record RangeRequest(URI uri, long from, int count, Optional<WebFacts> known) {
  /** Checks that there are some. */
  public RangeRequest {
    if (from < 0 || count < 1) {
      throw new IllegalArgumentException(count + " bytes from " + from);
    }
  }
}
