package org.coverscape.map.tile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.coverscape.map.MapBox;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tiles of a slow source in a folder of its own, and that there are none. A file that
 * cannot be read is made again; when the folder cannot be written any more, the tiles are shown all
 * the same and {@link #fault} says why they are not kept.
 */
public final class DiskCachedSource implements TileSource {
  private final TileSource inner;
  private final TileFolder folder;
  private final AtomicReference<@Nullable String> fault = new AtomicReference<>();

  /**
   * Keeps tiles.
   *
   * @param inner where tiles come from that are not kept yet
   * @param folder used by this source alone; made when needed
   * @param maxBytes over which the tiles unused for longest are deleted
   */
  public DiskCachedSource(TileSource inner, Path folder, long maxBytes) {
    this.inner = inner;
    this.folder = new TileFolder(folder, maxBytes);
  }

  /** Why tiles are not kept, in one sentence; empty as long as they are. */
  public Optional<String> fault() {
    return Optional.ofNullable(fault.get());
  }

  @Override
  public Optional<TilePixels> load(TileAddress address) throws IOException, InterruptedException {
    Kept kept = kept(address);
    if (kept.found()) {
      return kept.tile();
    }
    Optional<TilePixels> made = inner.load(address);
    keep(address, made);
    return made;
  }

  /** What the folder knows of a tile; not found also where the file is damaged. */
  private record Kept(boolean found, Optional<TilePixels> tile) {
    static final Kept NOT = new Kept(false, Optional.empty());
  }

  private Kept kept(TileAddress address) {
    try {
      Optional<byte[]> bytes = folder.read(address);
      return bytes.isEmpty() ? Kept.NOT : new Kept(true, TileCodec.decode(bytes.get()));
    } catch (IOException e) {
      // a damaged file is as good as none: it is written anew with the next step
      return Kept.NOT;
    }
  }

  private void keep(TileAddress address, Optional<TilePixels> tile) {
    if (fault.get() != null) {
      return;
    }
    try {
      folder.write(address, TileCodec.encode(tile));
    } catch (IOException e) {
      fault.compareAndSet(null, "Map pictures are not kept on disk for the next time: " + e + ".");
    }
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
    return inner.extent();
  }
}
