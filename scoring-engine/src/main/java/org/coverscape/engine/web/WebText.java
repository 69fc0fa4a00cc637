package org.coverscape.engine.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Fetches a text, such as JSON, packed or not. Used by one thread. */
final class WebText implements Attempts.Attempt<String> {
  /** Bytes of a text, once it is unpacked: catalogues come in pages. */
  static final int MOST = 32 << 20;

  private final Hops hops;
  private final URI uri;
  private final Optional<String> posted;

  /**
   * A request.
   *
   * @param posted JSON to be posted; else it is a GET
   */
  WebText(Hops hops, URI uri, Optional<String> posted) {
    this.hops = hops;
    this.uri = uri;
    this.posted = posted;
  }

  @Override
  public String send() throws WebException, InterruptedException {
    Hops.Landed landed =
        hops.send(
            uri,
            this::builder,
            info -> Collector.upTo(info.statusCode() < 300 ? MOST : Collector.REMARK),
            collector -> {});
    int status = landed.status();
    if (status < 200 || status > 299) {
      throw WebFaults.ofStatus(uri, status, RetryAfter.of(landed.response().headers()));
    }
    String type = landed.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html")) {
      throw WebFaults.page(uri);
    }
    if (landed.response().body().isExceeded()) {
      throw WebFaults.tooLarge(uri);
    }
    byte[] bytes = landed.response().body().bytes();
    boolean packed = landed.header("content-encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    return new String(packed ? unpacked(bytes) : bytes, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder builder() {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder()
            .setHeader("Accept", "application/json, application/geo+json, */*;q=0.5")
            .setHeader("Accept-Encoding", "gzip");
    return posted
        .map(
            json ->
                builder
                    .setHeader("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json)))
        .orElseGet(builder::GET);
  }

  private byte[] unpacked(byte[] packed) throws WebException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(MOST + 1);
      if (bytes.length > MOST) {
        throw WebFaults.tooLarge(uri);
      }
      return bytes;
    } catch (WebException e) {
      throw e;
    } catch (IOException e) {
      throw WebFaults.nonsense(uri);
    }
  }
}
