package org.coverscape.engine.stac;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks catalogues that need no key, once each time. Thread-safe. */
public final class JdkTransport implements StacTransport {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  @Override
  public Reply get(URI address) throws IOException {
    return send(request(address).GET().build());
  }

  @Override
  public Reply post(URI address, String json) throws IOException {
    return send(
        request(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json, StandardCharsets.UTF_8))
            .build());
  }

  private static HttpRequest.Builder request(URI address) throws IOException {
    try {
      return HttpRequest.newBuilder(address)
          .timeout(ANSWER)
          .header("Accept", "application/geo+json, application/json");
    } catch (IllegalArgumentException e) {
      throw new IOException("The address " + address + " cannot be asked; correct it.", e);
    }
  }

  private Reply send(HttpRequest request) throws IOException {
    try {
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        byte[] bytes = body.readNBytes((int) MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
          throw new StacException("The answer of " + host(request) + " is too large to be read.");
        }
        return new Reply(answer.statusCode(), new String(bytes, StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("The search was stopped.").initCause(e);
    } catch (StacException e) {
      throw e;
    } catch (IOException e) {
      throw new IOException(
          host(request) + " cannot be reached; check the address and the connection.", e);
    }
  }

  private static String host(HttpRequest request) {
    return request.uri().getHost();
  }
}
