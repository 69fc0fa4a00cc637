package org.coverscape.map.tile;

import java.io.IOException;
import java.util.Optional;
import org.coverscape.map.MapBox;

/** Tiles of a web server. */
public final class XyzTileSource implements TileSource {
  private final String urlTemplate;
  private final String attribution;
  private final int minZoom;
  private final int maxZoom;
  private final String userAgent;

  /**
   * A source that asks a server.
   *
   * @param urlTemplate address of a tile with {z}, {x} and {y} in it
   * @param attribution whom the picture is owed to
   * @param minZoom widest zoom that is served
   * @param maxZoom deepest zoom that is served
   * @param userAgent how the program names itself to the server
   */
  public XyzTileSource(
      String urlTemplate, String attribution, int minZoom, int maxZoom, String userAgent) {
    this.urlTemplate = urlTemplate;
    this.attribution = attribution;
    this.minZoom = minZoom;
    this.maxZoom = maxZoom;
    this.userAgent = userAgent;
  }

  @Override
  public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
    throw new IOException(urlTemplate + userAgent);
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
}
