package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.coverscape.engine.fixtures.FileServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signatures, keys and to whom they are sent. */
class SigningTest {
  @TempDir Path folder;
  private volatile Instant now = Instant.parse("2024-05-01T12:00:00Z");
  private final AtomicInteger handedOut = new AtomicInteger();
  private final AtomicInteger valid = new AtomicInteger();
  private FileServer server;

  @BeforeEach
  void serve() throws IOException {
    Files.createDirectories(folder.resolve("naip"));
    Files.write(folder.resolve("naip/a.tif"), new byte[1000]);
    server = FileServer.of(folder);
    server.answer(
        "/token/127/naip",
        request -> {
          int number = handedOut.incrementAndGet();
          valid.set(number);
          return "{\"msft:expiry\":\""
              + now.plus(Duration.ofMinutes(40))
              + "\",\"token\":\"sv=1&sig=secret"
              + number
              + "\"}";
        });
    server.lock(request -> request.query().endsWith("&sig=secret" + valid.get()));
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** The account of 127.0.0.1 is its first label. */
  private WebClient client() {
    return new WebClient(
        Quick.settings().withSigning(new SasEndpoint(server.at("/token"), List.of("127.0.0.1"))),
        () -> now);
  }

  private void read(WebClient client) throws Exception {
    URI uri = server.at("/naip/a.tif");
    assertEquals(10, client.range(new RangeRequest(uri, 0, 10, Optional.empty())).bytes().length);
  }

  @Test
  void signsWithOneTokenForAllOfAContainer() throws Exception {
    try (WebClient client = client()) {
      read(client);
      read(client);
    }
    assertEquals(1, handedOut.get());
  }

  @Test
  void renewsBeforeTheEnd() throws Exception {
    try (WebClient client = client()) {
      read(client);
      now = now.plus(Duration.ofMinutes(37));
      read(client);
      assertEquals(1, handedOut.get());
      now = now.plus(Duration.ofMinutes(2));
      read(client);
      assertEquals(2, handedOut.get());
    }
  }

  @Test
  void renewsWhenItIsRefused() throws Exception {
    try (WebClient client = client()) {
      read(client);
      valid.set(-1);
      read(client);
      assertEquals(2, handedOut.get());
    }
  }

  @Test
  void aContainerThatTheEndpointDoesNotKnowIsReadWithout() throws Exception {
    server.answer("/token/127/naip", request -> "");
    server.lock(request -> request.query().isEmpty());
    try (WebClient client = client()) {
      read(client);
      read(client);
    }
    assertEquals(1, server.requests().stream().filter(r -> r.path().startsWith("/token")).count());
  }

  @Test
  void noMessageHoldsASignature() {
    try (WebClient client = client()) {
      server.lock(request -> false);
      WebException fault = assertThrows(WebException.class, () -> read(client));
      assertEquals(WebException.Kind.DENIED, fault.kind());
      for (Throwable at = fault; at != null; at = at.getCause()) {
        assertFalse(String.valueOf(at).contains("secret"), at.toString());
      }
    }
  }

  private static Secret secret(String value) {
    return new Secret.InEnvironment("KEY", Map.of("KEY", value));
  }

  private WebClient with(Credential credential) {
    return new WebClient(
        Quick.settings().withHosts(List.of(new HostAccess("127.0.0.1", credential))));
  }

  @Test
  void keysComeAsTheHostWantsThem() throws Exception {
    server.lock(r -> "Bearer k1".equals(r.headers().get("authorization")));
    try (WebClient client = with(new Credential.Bearer(secret("k1")))) {
      read(client);
    }
    server.lock(r -> "k2".equals(r.headers().get("x-api-key")));
    try (WebClient client = with(new Credential.Header("X-Api-Key", secret("k2")))) {
      read(client);
    }
    server.lock(r -> "Basic dTpr".equals(r.headers().get("authorization")));
    try (WebClient client = with(new Credential.Basic("u", secret("k")))) {
      read(client);
    }
    server.lock(r -> r.query().equals("sig=k3"));
    try (WebClient client = with(new Credential.Query(secret("?sig=k3")))) {
      read(client);
    }
  }

  @Test
  void keysStayWithTheirHost() throws Exception {
    try (FileServer other = FileServer.of(folder);
        WebClient client = with(new Credential.Bearer(secret("k1")))) {
      server.lock(request -> true);
      URI there = URI.create(other.at("/naip/a.tif").toString().replace("127.0.0.1", "localhost"));
      server.sendOn("/moved", there);
      client.range(new RangeRequest(server.at("/moved"), 0, 10, Optional.empty()));
      assertEquals("Bearer k1", server.requests().get(0).headers().get("authorization"));
      assertFalse(other.requests().get(0).headers().containsKey("authorization"));
    }
  }

  @Test
  void keysDoNotTravelInTheOpen() {
    WebSettings settings =
        Quick.settings()
            .withHosts(
                List.of(new HostAccess("*.example.invalid", new Credential.Bearer(secret("k1")))));
    try (WebClient client = new WebClient(settings)) {
      WebException fault =
          assertThrows(
              WebException.class, () -> client.text(URI.create("http://a.example.invalid/x")));
      assertEquals(
          "The key for a.example.invalid would be open to all; use https.", fault.sentence());
    }
  }
}
