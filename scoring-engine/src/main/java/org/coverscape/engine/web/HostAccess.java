package org.coverscape.engine.web;

/**
 * How one gets in at a host.
 *
 * @param host the host's name, or {@code *.} and the end of one
 * @param credential what gets in there; sent over secured connections only
 */
public record HostAccess(String host, Credential credential) {
  /** Checks that a host is named. */
  public HostAccess {
    if (host.isBlank() || host.contains("/") || host.contains(" ")) {
      throw new IllegalArgumentException("'" + host + "' is no host; write it as example.org.");
    }
  }
}
