package org.coverscape.engine.stac;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A catalogue on this computer: documents by path, and a search in pages over some Items. */
final class StacServer implements AutoCloseable {
  /** Answers a request. */
  @FunctionalInterface
  interface Handler {
    Answer answer(Asked asked) throws IOException;
  }

  /** A request that came. */
  record Asked(String method, URI uri, String body) {
    String query() {
      return String.valueOf(uri.getQuery());
    }

    ObjectNode json() {
      return Entries.json(body);
    }
  }

  /** What is answered. */
  record Answer(int status, String text) {
    static Answer of(JsonNode json) {
      return new Answer(200, json.toString());
    }
  }

  private final HttpServer server;
  private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  StacServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Asked request = new Asked(exchange.getRequestMethod(), exchange.getRequestURI(), body);
      asked.add(request);
      Handler handler = handlers.get(request.uri().getPath());
      Answer answer = handler == null ? new Answer(404, "{}") : handler.answer(request);
      byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  StacServer on(String path, Handler handler) {
    handlers.put(path, handler);
    return this;
  }

  StacServer document(String path, JsonNode json) {
    return on(path, request -> Answer.of(json));
  }

  String url(String path) {
    return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + port() + path;
  }

  private int port() {
    return server.getAddress().getPort();
  }

  List<Asked> asked(String path) {
    return asked.stream().filter(a -> a.uri().getPath().equals(path)).toList();
  }

  /** A landing page at {@code /api} with a search at {@code /api/search}. */
  StacServer api(List<String> conformance, String... methods) {
    ObjectNode landing = JsonNodeFactory.instance.objectNode();
    landing.put("type", "Catalog").put("id", "api").put("stac_version", "1.0.0");
    conformance.forEach(landing.putArray("conformsTo")::add);
    ArrayNode links = landing.putArray("links");
    for (String method : methods) {
      ObjectNode link = Entries.link("search", url("/api/search"));
      links.add(method.isEmpty() ? link : link.put("method", method));
    }
    return document("/api", landing);
  }

  /** Answers searches with pages of Items, each a few, whose next page comes by POST. */
  StacServer pages(List<? extends JsonNode> items, int size) {
    return on(
        "/api/search",
        request -> {
          int from = request.body().isEmpty() ? 0 : request.json().path("token").asInt(0);
          int to = Math.min(items.size(), from + size);
          ObjectNode next = Entries.link("next", url("/api/search")).put("method", "POST");
          next.put("merge", true).putObject("body").put("token", to);
          return Answer.of(
              to < items.size()
                  ? Entries.list(items.subList(from, to), next)
                  : Entries.list(items.subList(from, to)));
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
