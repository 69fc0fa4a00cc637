package org.coverscape.engine.inference;

/**
 * Where an inference service listens.
 *
 * @param host name or address
 * @param port 1 to 65535
 */
public record ServiceEndpoint(String host, int port) {
  /** Checks the port. */
  public ServiceEndpoint {
    if (host.isBlank() || port < 1 || port > 65535) {
      throw new IllegalArgumentException(
          "A service is named host:port, with a port from 1 to 65535.");
    }
  }

  /**
   * Reads {@code host:port} or {@code [::1]:port}.
   *
   * @throws IllegalArgumentException with one sentence for a person when the text is neither
   */
  public static ServiceEndpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      String host = text.substring(0, Math.max(0, colon)).trim();
      if (host.startsWith("[") && host.endsWith("]")) {
        host = host.substring(1, host.length() - 1);
      }
      return new ServiceEndpoint(host, Integer.parseInt(text.substring(colon + 1).trim()));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a service; name it as host:port, such as localhost:8500.", e);
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
