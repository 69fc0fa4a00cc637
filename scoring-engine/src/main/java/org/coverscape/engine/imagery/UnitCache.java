package org.coverscape.engine.imagery;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Unpacked pixels of the open images, up to a number of bytes; what was not used for longest goes
 * first. The arrays of what has gone are used again, as they are too large to come and go with
 * every unit. Not thread-safe.
 */
final class UnitCache {
  private record Key(TileSource source, int x, int y) {}

  /**
   * A row of blocks of a swath, so that one row can be unpacked while another is let go of; fewer
   * where they would be more than the capacity together with what is kept.
   */
  private static final int MOST_SPARE = 16;

  private final long capacity;
  private final LinkedHashMap<Key, DecodedUnit> units = new LinkedHashMap<>(64, 0.75f, true);
  private final Deque<byte[]> spare = new ArrayDeque<>();
  private long kept;
  private long spared;

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
    while (kept + unit.rgb().length > capacity && oldest.hasNext()) {
      byte[] gone = oldest.next().rgb();
      oldest.remove();
      kept -= gone.length;
      spare(gone);
    }
    units.put(new Key(source, unit.window().x(), unit.window().y()), unit);
    kept += unit.rgb().length;
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
        all.remove();
        kept -= unit.rgb().length;
        spare(unit.rgb());
      }
    }
  }

  /**
   * An array for a unit that is going to be put here, with leftovers in it; the units that are kept
   * stay as they are.
   *
   * @param size bytes it holds at least
   */
  byte[] array(int size) {
    Iterator<byte[]> all = spare.iterator();
    while (all.hasNext()) {
      byte[] array = all.next();
      if (array.length >= size && array.length <= 2 * size) {
        all.remove();
        spared -= array.length;
        return array;
      }
    }
    return new byte[size];
  }

  private void spare(byte[] array) {
    spare.addLast(array);
    spared += array.length;
    while (spare.size() > 1 && (spare.size() > MOST_SPARE || bytes() > capacity)) {
      spared -= spare.removeFirst().length;
    }
  }

  /** Bytes that are held: those of the units, and those of arrays to be used again. */
  long bytes() {
    return kept + spared;
  }
}
