package org.coverscape.engine.inference;

/**
 * How a person names services: one at {@code host:port}, or {@code dns:///name:port} for all that a
 * name stands for.
 *
 * @param endpoint the host or name, and the port
 * @param everyAddress whether each address of the name is a service of its own, as behind a
 *     headless service of Kubernetes
 */
public record ServiceAddress(ServiceEndpoint endpoint, boolean everyAddress) {
  /** How a name that stands for many addresses begins; gRPC's own way of writing it. */
  public static final String DNS = "dns:///";

  /**
   * Reads {@code host:port}, {@code [::1]:port} or {@code dns:///name:port}.
   *
   * @throws IllegalArgumentException with one sentence for a person when the text is none of them
   */
  public static ServiceAddress parse(String text) {
    String trimmed = text.trim();
    if (!trimmed.startsWith(DNS)) {
      return new ServiceAddress(ServiceList.one(trimmed, trimmed), false);
    }
    String rest = trimmed.substring(DNS.length());
    if (rest.startsWith("[")) {
      throw new IllegalArgumentException(
          "'" + trimmed + "' holds an address, not a name; write it without " + DNS + ".");
    }
    return new ServiceAddress(ServiceList.one(rest, rest), true);
  }

  @Override
  public String toString() {
    return (everyAddress ? DNS : "") + endpoint;
  }
}
