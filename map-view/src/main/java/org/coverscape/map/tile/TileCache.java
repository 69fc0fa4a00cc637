package org.coverscape.map.tile;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tiles in memory; when there are too many bytes of them, the one unused for longest goes. */
final class TileCache {
  private long maxBytes;
  private final Map<TileAddress, TileImage> images = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  TileCache(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** A tile that is here, which counts as used now. */
  synchronized @Nullable TileImage get(TileAddress address) {
    return images.get(address);
  }

  /** Takes a tile in, and lets others go. */
  synchronized void put(TileAddress address, TileImage image) {
    TileImage before = images.put(address, image);
    bytes += image.bytes() - (before == null ? 0 : before.bytes());
    trim();
  }

  /** Lets a tile go. */
  synchronized void remove(TileAddress address) {
    TileImage before = images.remove(address);
    bytes -= before == null ? 0 : before.bytes();
  }

  /** Lets all tiles go. */
  synchronized void clear() {
    images.clear();
    bytes = 0;
  }

  /** Allows fewer bytes from now on, and lets tiles go until they are enough. */
  synchronized void limit(long most) {
    maxBytes = Math.min(maxBytes, most);
    trim();
  }

  private void trim() {
    Iterator<TileImage> oldest = images.values().iterator();
    while (bytes > maxBytes && images.size() > 1) {
      bytes -= oldest.next().bytes();
      oldest.remove();
    }
  }

  /** Memory in use. */
  synchronized long bytes() {
    return bytes;
  }
}
