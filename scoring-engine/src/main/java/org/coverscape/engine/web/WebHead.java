package org.coverscape.engine.web;

import java.net.URI;
import java.net.http.HttpRequest;

/** Asks what a host says of a file, and for none of its bytes. Used by one thread. */
final class WebHead implements Attempts.Attempt<WebFacts> {
  private final Hops hops;
  private final URI uri;

  WebHead(Hops hops, URI uri) {
    this.hops = hops;
    this.uri = uri;
  }

  @Override
  public WebFacts send() throws WebException, InterruptedException {
    Hops.Landed landed =
        hops.send(uri, WebHead::builder, info -> new Collector(0, 0), collector -> {});
    if (landed.status() != 200) {
      throw WebFaults.ofStatus(uri, landed.status(), RetryAfter.of(landed.response().headers()));
    }
    long length = landed.response().headers().firstValueAsLong("content-length").orElse(-1);
    return WebFacts.of(length, landed.response().headers());
  }

  private static HttpRequest.Builder builder() {
    return HttpRequest.newBuilder()
        .method("HEAD", HttpRequest.BodyPublishers.noBody())
        .setHeader("Accept-Encoding", "identity");
  }
}
