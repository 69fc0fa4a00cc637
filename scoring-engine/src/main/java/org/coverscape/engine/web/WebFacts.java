package org.coverscape.engine.web;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What an answer says of a file.
 *
 * @param length bytes in it
 * @param tag its ETag; empty where there is none
 * @param modified its Last-Modified; empty where there is none
 */
public record WebFacts(long length, String tag, String modified) {
  static WebFacts of(long length, HttpHeaders headers) {
    return new WebFacts(
        length,
        headers.firstValue("etag").orElse(""),
        headers.firstValue("last-modified").orElse(""));
  }

  /** The tag, where it stands for the file's very bytes. */
  Optional<String> strongTag() {
    return tag.startsWith("\"") ? Optional.of(tag) : Optional.empty();
  }

  /** Whether both can be said of one file; what one does not say does not count. */
  boolean agreesWith(WebFacts other) {
    if (length != other.length) {
      return false;
    }
    return tag.isEmpty() || other.tag.isEmpty()
        ? modified.isEmpty() || other.modified.isEmpty() || modified.equals(other.modified)
        : tag.equals(other.tag);
  }
}
