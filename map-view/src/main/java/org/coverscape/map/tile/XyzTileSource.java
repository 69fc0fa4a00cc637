package org.coverscape.map.tile;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.coverscape.map.MapBox;

/** Tiles of a web server, in the usual scheme of one address per zoom, column and row. */
public final class XyzTileSource implements TileSource {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 4 << 20;

  /** Answers of servers that have no tile at a place: No Content, Not Found, Gone. */
  private static final Set<Integer> NOTHING_THERE = Set.of(204, 404, 410);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final String urlTemplate;
  private final String attribution;
  private final int minZoom;
  private final int maxZoom;
  private final String userAgent;

  /**
   * A source that asks a server.
   *
   * @param urlTemplate address of a tile with {z}, {x} and {y} in it, by http or https
   * @param attribution whom the picture is owed to
   * @param minZoom widest zoom that is served
   * @param maxZoom deepest zoom that is served
   * @param userAgent how the program names itself to the server
   * @throws IllegalArgumentException if the address is none of a tile server, in one plain sentence
   */
  public XyzTileSource(
      String urlTemplate, String attribution, int minZoom, int maxZoom, String userAgent) {
    this.urlTemplate = urlTemplate.strip();
    this.attribution = attribution;
    this.minZoom = minZoom;
    this.maxZoom = maxZoom;
    this.userAgent = userAgent;
    if (!this.urlTemplate.matches("(?i)https?://\\S+")
        || !Set.of("{z}", "{x}", "{y}").stream().allMatch(this.urlTemplate::contains)) {
      throw new IllegalArgumentException(
          "The address of a tile server starts with http and has {z}, {x} and {y} in it.");
    }
    uri(new TileAddress(0, 0, 0));
  }

  @Override
  public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(address))
            .timeout(ANSWER)
            .header("User-Agent", userAgent)
            .header("Accept", "image/png,image/jpeg,image/*;q=0.8")
            .build();
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return tile(response.statusCode(), body);
      }
    } catch (HttpTimeoutException e) {
      throw new IOException(host() + " does not answer; check the network connection.", e);
    } catch (ConnectException e) {
      throw new IOException(host() + " cannot be reached; check the network connection.", e);
    }
  }

  @Override
  public int minZoom() {
    return minZoom;
  }

  @Override
  public int maxZoom() {
    return maxZoom;
  }

  @Override
  public String attribution() {
    return attribution;
  }

  @Override
  public Optional<MapBox> extent() {
    return Optional.empty();
  }

  private Optional<TilePixels> tile(int status, InputStream body) throws IOException {
    if (NOTHING_THERE.contains(status)) {
      return Optional.empty();
    }
    if (status != 200) {
      throw new IOException(
          host() + " refuses to send the map (answer " + status + "); check its address or key.");
    }
    byte[] bytes = body.readNBytes(MOST_BYTES);
    return bytes.length == 0 ? Optional.empty() : Optional.of(TileDecoder.decode(bytes));
  }

  private URI uri(TileAddress address) {
    return URI.create(
        urlTemplate
            .replace("{z}", String.valueOf(address.zoom()))
            .replace("{x}", String.valueOf(address.x()))
            .replace("{y}", String.valueOf(address.y())));
  }

  private String host() {
    return uri(new TileAddress(0, 0, 0)).getHost();
  }
}
