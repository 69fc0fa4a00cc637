package org.coverscape.engine.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Texts, packed and posted. */
class WebTextTest {
  private HttpServer server;
  private final WebClient client = new WebClient(Quick.settings());

  WebTextTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/packed", e -> answer(e, packed("{\"a\":\"ü\"}".getBytes(StandardCharsets.UTF_8)), true));
    server.createContext("/bomb", e -> answer(e, packed(new byte[WebText.MOST + 1]), true));
    server.createContext("/broken", e -> answer(e, new byte[] {1, 2, 3}, true));
    server.createContext("/echo", e -> answer(e, e.getRequestBody().readAllBytes(), false));
    server.start();
  }

  @AfterEach
  void close() {
    client.close();
    server.stop(0);
  }

  private static byte[] packed(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return out.toByteArray();
  }

  private static void answer(HttpExchange exchange, byte[] body, boolean gzip) throws IOException {
    try (exchange) {
      if (gzip) {
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      }
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  @Test
  void unpacks() throws Exception {
    assertEquals("{\"a\":\"ü\"}", client.text(at("/packed")));
  }

  @Test
  void unpacksNoBomb() {
    WebException fault = assertThrows(WebException.class, () -> client.text(at("/bomb")));
    assertEquals(WebException.Kind.TOO_LARGE, fault.kind());
  }

  @Test
  void saysWhatIsNotPackedAtAll() {
    WebException fault = assertThrows(WebException.class, () -> client.text(at("/broken")));
    assertEquals(WebException.Kind.NONSENSE, fault.kind());
  }

  @Test
  void posts() throws Exception {
    assertEquals("{\"limit\":5}", client.post(at("/echo"), "{\"limit\":5}"));
  }

  @Test
  void aPortThatCannotBeIsSaidAtOnce() {
    WebException fault =
        assertThrows(
            WebException.class, () -> client.text(URI.create("http://127.0.0.1:99999/a.json")));
    assertEquals(WebException.Kind.REFUSED, fault.kind());
  }
}
