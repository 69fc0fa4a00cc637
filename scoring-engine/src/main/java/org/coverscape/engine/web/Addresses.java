package org.coverscape.engine.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Addresses of files. */
final class Addresses {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private Addresses() {}

  /** The same address with more behind its question mark. */
  static URI withQuery(URI uri, String query) throws WebException {
    String text = uri.toString();
    int fragment = text.indexOf('#');
    String plain = fragment < 0 ? text : text.substring(0, fragment);
    String more = query.startsWith("?") ? query.substring(1) : query;
    try {
      return new URI(plain + (plain.indexOf('?') < 0 ? "?" : "&") + more);
    } catch (URISyntaxException e) {
      // without its cause, which holds the signature
      throw new WebException(
          WebException.Kind.DENIED,
          "The signature for " + WebFaults.host(uri) + " is none; copy it again.");
    }
  }

  /** Whether nobody on the way can read what is sent. */
  static boolean isPrivate(URI uri) {
    return isSecure(uri) || uri.getHost() != null && LOOPBACK.contains(uri.getHost());
  }

  static boolean isSecure(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * Whether a host is meant by a pattern.
   *
   * @param pattern a host's name, or one that begins with {@code *.}
   */
  static boolean matches(String pattern, URI uri) {
    String host = WebFaults.host(uri).toLowerCase(Locale.ROOT);
    String wanted = pattern.toLowerCase(Locale.ROOT);
    return wanted.startsWith("*.")
        ? host.endsWith(wanted.substring(1)) && host.length() > wanted.length() - 1
        : host.equals(wanted);
  }
}
