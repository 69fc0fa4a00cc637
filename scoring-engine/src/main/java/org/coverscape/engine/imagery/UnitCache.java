package org.coverscape.engine.imagery;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Unpacked pixels of the open images, up to a number of bytes; what was not used for longest goes
 * first. Not thread-safe.
 */
final class UnitCache {
  private record Key(TileSource source, int x, int y) {}

  private final long capacity;
  private final LinkedHashMap<Key, DecodedUnit> units = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  /** An empty cache. */
  UnitCache(long capacity) {
    this.capacity = capacity;
  }

  /** The unit that begins at a pixel, where it is kept. */
  Optional<DecodedUnit> get(TileSource source, int x, int y) {
    return Optional.ofNullable(units.get(new Key(source, x, y)));
  }

  /** Keeps a unit, and lets go of the oldest until it fits. */
  void put(TileSource source, DecodedUnit unit) {
    Iterator<DecodedUnit> oldest = units.values().iterator();
    while (bytes + unit.rgb().length > capacity && oldest.hasNext()) {
      bytes -= oldest.next().rgb().length;
      oldest.remove();
    }
    units.put(new Key(source, unit.window().x(), unit.window().y()), unit);
    bytes += unit.rgb().length;
  }

  /** Lets go of an image's units that end at a row and a column, or before. */
  void release(TileSource source, int endY, int endX) {
    Iterator<Map.Entry<Key, DecodedUnit>> all = units.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, DecodedUnit> entry = all.next();
      DecodedUnit unit = entry.getValue();
      if (entry.getKey().source().equals(source)
          && unit.window().endY() <= endY
          && unit.window().endX() <= endX) {
        bytes -= unit.rgb().length;
        all.remove();
      }
    }
  }

  /** Bytes that are kept. */
  long bytes() {
    return bytes;
  }
}
