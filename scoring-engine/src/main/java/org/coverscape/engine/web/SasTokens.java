package org.coverscape.engine.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Shared access signatures of Azure's containers, fetched when they are first needed, kept until
 * shortly before they end, and never written anywhere. Thread-safe.
 *
 * <p>After the Planetary Computer's SAS API: {@code token/account/container} answers with {@code
 * msft:expiry} and {@code token}.
 */
final class SasTokens {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Before its end a signature is renewed, so that no transfer outlives it. */
  private static final Duration MARGIN = Duration.ofMinutes(2);

  /** How long a container that needs none is not asked about again. */
  private static final Duration PUBLIC = Duration.ofHours(1);

  /** How long a token lasts that does not say so. */
  private static final Duration UNSAID = Duration.ofMinutes(10);

  /** Asks the endpoint. */
  @FunctionalInterface
  interface Source {
    /** The text of its answer. */
    String get(URI uri) throws WebException, InterruptedException;
  }

  /** What is known of a container. */
  private static final class Container {
    /** Not a monitor: whoever waits while another fetches can be interrupted. */
    private final ReentrantLock lock = new ReentrantLock();

    private Optional<String> token = Optional.empty();
    private @Nullable Instant renewAt;
  }

  private final SasEndpoint endpoint;
  private final Source source;
  private final InstantSource clock;
  private final Map<String, Container> containers = new ConcurrentHashMap<>();

  SasTokens(SasEndpoint endpoint, Source source, InstantSource clock) {
    this.endpoint = endpoint;
    this.source = source;
    this.clock = clock;
  }

  /** Whether an address is one that is signed, and is not yet. */
  boolean isFor(URI uri) {
    String query = uri.getRawQuery();
    boolean isEndpoint = uri.toString().startsWith(endpoint.endpoint() + "/");
    return !isEndpoint
        && Addresses.isPrivate(uri)
        && endpoint.hosts().stream().anyMatch(host -> Addresses.matches(host, uri))
        && (query == null || !("&" + query).contains("&sig="));
  }

  /** The signature for an address; empty where none is needed. */
  Optional<String> token(URI uri) throws WebException, InterruptedException {
    String name = container(uri);
    Container container = containers.computeIfAbsent(name, n -> new Container());
    container.lock.lockInterruptibly();
    try {
      Instant now = clock.instant();
      if (container.renewAt == null || !now.isBefore(container.renewAt)) {
        renew(container, name, now);
      }
      return container.token;
    } finally {
      container.lock.unlock();
    }
  }

  /** Forgets a signature that was refused. */
  void refused(URI uri, Optional<String> token) throws InterruptedException {
    Container container = containers.get(container(uri));
    if (container != null) {
      container.lock.lockInterruptibly();
      try {
        // another thread may have renewed it meanwhile
        if (container.token.equals(token)) {
          container.renewAt = null;
        }
      } finally {
        container.lock.unlock();
      }
    }
  }

  /** Account and container, such as {@code naipeuwest/naip}. */
  private static String container(URI uri) {
    String host = WebFaults.host(uri);
    int dot = host.indexOf('.');
    String path = Optional.ofNullable(uri.getRawPath()).orElse("/");
    int end = path.indexOf('/', 1);
    return (dot < 0 ? host : host.substring(0, dot)) + (end < 0 ? path : path.substring(0, end));
  }

  private void renew(Container container, String name, Instant now)
      throws WebException, InterruptedException {
    try {
      JsonNode answer = JSON.readTree(source.get(URI.create(endpoint.endpoint() + "/" + name)));
      String token = answer.path("token").asText();
      if (token.isEmpty() || !token.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
        throw WebFaults.nonsense(endpoint.endpoint());
      }
      container.token = Optional.of(token);
      container.renewAt = renewAt(answer.path("msft:expiry").asText(), now);
    } catch (JsonProcessingException e) {
      throw WebFaults.nonsense(endpoint.endpoint());
    } catch (WebException e) {
      if (e.kind() != WebException.Kind.MISSING && e.kind() != WebException.Kind.REFUSED) {
        throw e;
      }
      container.token = Optional.empty();
      container.renewAt = now.plus(PUBLIC);
    }
  }

  private static Instant renewAt(String expiry, Instant now) {
    Duration left;
    try {
      left = expiry.isEmpty() ? UNSAID : Duration.between(now, Instant.parse(expiry));
    } catch (DateTimeParseException e) {
      left = UNSAID;
    }
    if (left.isNegative() || left.isZero()) {
      // this computer's clock is fast; else each request would fetch one of its own
      left = UNSAID;
    }
    Duration margin = left.dividedBy(4).compareTo(MARGIN) < 0 ? left.dividedBy(4) : MARGIN;
    return now.plus(left.minus(margin));
  }
}
