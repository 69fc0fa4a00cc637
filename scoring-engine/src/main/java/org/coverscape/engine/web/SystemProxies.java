package org.coverscape.engine.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies of this computer: those that Java was told of, else those of the variables {@code
 * https_proxy}, {@code http_proxy} and {@code no_proxy}. Thread-safe.
 */
final class SystemProxies extends ProxySelector {
  private static final List<Proxy> DIRECT = List.of(Proxy.NO_PROXY);

  private final @Nullable ProxySelector told;
  private final Map<String, String> environment;

  /**
   * Proxies.
   *
   * @param told what Java knows by its properties
   */
  SystemProxies(@Nullable ProxySelector told, Map<String, String> environment) {
    this.told = told;
    this.environment = environment;
  }

  @Override
  public List<Proxy> select(URI uri) {
    List<Proxy> known = told == null ? DIRECT : told.select(uri);
    boolean none = known == null || known.stream().allMatch(p -> p.type() == Proxy.Type.DIRECT);
    if (!none) {
      return known;
    }
    if (Addresses.isPrivate(uri) && !Addresses.isSecure(uri) || isExcepted(uri)) {
      return DIRECT;
    }
    return variable(Addresses.isSecure(uri) ? "https_proxy" : "http_proxy")
        .flatMap(SystemProxies::proxy)
        .map(List::of)
        .orElse(DIRECT);
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name))
        .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private boolean isExcepted(URI uri) {
    String host = WebFaults.host(uri).toLowerCase(Locale.ROOT);
    for (String entry : variable("no_proxy").orElse("").split(",")) {
      String name = entry.strip().toLowerCase(Locale.ROOT);
      String end = name.startsWith(".") ? name : "." + name;
      if (name.equals("*") || !name.isEmpty() && ("." + host).endsWith(end)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Proxy> proxy(String text) {
    try {
      URI uri = URI.create(text.contains("://") ? text : "http://" + text);
      return Optional.ofNullable(uri.getHost())
          .map(
              host ->
                  new Proxy(
                      Proxy.Type.HTTP,
                      InetSocketAddress.createUnresolved(
                          host, uri.getPort() < 0 ? 80 : uri.getPort())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException fault) {
    if (told != null) {
      told.connectFailed(uri, address, fault);
    }
  }
}
