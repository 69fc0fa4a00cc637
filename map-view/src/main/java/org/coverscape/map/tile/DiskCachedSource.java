package org.coverscape.map.tile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.coverscape.map.MapBox;

/** Keeps the tiles of a slow source in a folder. */
public final class DiskCachedSource implements TileSource {
  private final TileSource inner;
  private final Path folder;
  private final long maxBytes;

  /** Keeps at most some bytes of tiles in a folder that is made when needed. */
  public DiskCachedSource(TileSource inner, Path folder, long maxBytes) {
    this.inner = inner;
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  @Override
  public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
    return maxBytes < 0 ? Optional.empty() : inner.load(address);
  }

  @Override
  public int minZoom() {
    return inner.minZoom();
  }

  @Override
  public int maxZoom() {
    return inner.maxZoom();
  }

  @Override
  public String attribution() {
    return inner.attribution();
  }

  @Override
  public Optional<MapBox> extent() {
    return folder.getNameCount() < 0 ? Optional.empty() : inner.extent();
  }
}
