package org.coverscape.engine.web;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Follows an answer from address to address, and gets in at each host with what is meant for that
 * host alone. Thread-safe.
 */
final class Hops {
  private static final int MOST = 5;
  private static final int MOST_PORT = 65_535;

  private final Exchange exchange;
  private final WebSettings settings;
  private final SasTokens signatures;
  private final String agent;

  Hops(Exchange exchange, WebSettings settings, SasTokens signatures, String agent) {
    this.exchange = exchange;
    this.settings = settings;
    this.signatures = signatures;
    this.agent = agent;
  }

  /**
   * An answer and where it came from.
   *
   * @param response the answer
   * @param uri the address, without what was signed into it
   */
  record Landed(HttpResponse<Collector> response, URI uri) {
    int status() {
      return response.statusCode();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }
  }

  /**
   * Sends a request and follows it.
   *
   * @param request makes it anew for each address, without the address
   */
  Landed send(
      URI first,
      Supplier<HttpRequest.Builder> request,
      Exchange.Taker taker,
      Consumer<Collector> begun)
      throws WebException, InterruptedException {
    if (first.getHost() == null) {
      throw new WebException(
          WebException.Kind.REFUSED,
          "The address names no host; write it as https://example.org/image.tif.");
    }
    URI at = first;
    for (int hop = 0; hop <= MOST; hop++) {
      if (at.getPort() > MOST_PORT) {
        throw new WebException(
            WebException.Kind.REFUSED,
            WebFaults.host(at) + " has no port " + at.getPort() + "; check the address.");
      }
      HttpResponse<Collector> response = sendOnce(at, request, taker, begun);
      if (!isRedirect(response.statusCode())) {
        return new Landed(response, at);
      }
      at = next(at, response.headers().firstValue("location").orElse(""));
    }
    throw new WebException(
        WebException.Kind.REFUSED,
        WebFaults.host(first) + " sends from one address to the next; check the address.");
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  /** Where an answer sends on to. */
  static URI next(URI at, String location) throws WebException {
    URI next;
    try {
      next = at.resolve(location);
    } catch (IllegalArgumentException e) {
      throw WebFaults.nonsense(at);
    }
    boolean web = Addresses.isSecure(next) || "http".equalsIgnoreCase(next.getScheme());
    if (!web || next.getHost() == null || Addresses.isSecure(at) && !Addresses.isSecure(next)) {
      throw new WebException(
          WebException.Kind.REFUSED,
          WebFaults.host(at) + " sends on to an address that is not secured; name another one.");
    }
    return next;
  }

  /** A signature that is refused may have been revoked before its end: once there is a new one. */
  private HttpResponse<Collector> sendOnce(
      URI uri,
      Supplier<HttpRequest.Builder> request,
      Exchange.Taker taker,
      Consumer<Collector> begun)
      throws WebException, InterruptedException {
    Optional<HostAccess> access = access(uri);
    if (access.isPresent() || !signatures.isFor(uri)) {
      return exchange.send(builder(request, access), address(uri, access), taker, begun);
    }
    Optional<String> token = signatures.token(uri);
    HttpResponse<Collector> response =
        exchange.send(builder(request, access), signed(uri, token), taker, begun);
    if (response.statusCode() == 401 || response.statusCode() == 403) {
      signatures.refused(uri, token);
      Optional<String> other = signatures.token(uri);
      if (!other.equals(token)) {
        return exchange.send(builder(request, access), signed(uri, other), taker, begun);
      }
    }
    return response;
  }

  private static URI signed(URI uri, Optional<String> token) throws WebException {
    return token.isPresent() ? Addresses.withQuery(uri, token.get()) : uri;
  }

  private Optional<HostAccess> access(URI uri) throws WebException {
    Optional<HostAccess> access =
        settings.hosts().stream().filter(h -> Addresses.matches(h.host(), uri)).findFirst();
    if (access.isPresent() && !Addresses.isPrivate(uri)) {
      throw new WebException(
          WebException.Kind.DENIED,
          "The key for " + WebFaults.host(uri) + " would be open to all; use https.");
    }
    return access;
  }

  private static URI address(URI uri, Optional<HostAccess> access) throws WebException {
    return access.isPresent() ? access.get().credential().address(uri) : uri;
  }

  private HttpRequest.Builder builder(
      Supplier<HttpRequest.Builder> request, Optional<HostAccess> access) throws WebException {
    HttpRequest.Builder builder = request.get().setHeader("User-Agent", agent);
    try {
      if (access.isPresent()) {
        access.get().credential().sign(builder);
      }
    } catch (IllegalArgumentException e) {
      // some headers, such as Host, are the client's own
      throw new WebException(
          WebException.Kind.DENIED, "The key's header cannot be sent; name another.", e);
    }
    return builder;
  }
}
