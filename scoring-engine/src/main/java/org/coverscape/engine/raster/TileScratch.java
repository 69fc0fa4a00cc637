package org.coverscape.engine.raster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compressed tiles of all levels in the order they were made, on disk until their places in the
 * final file are known. Not thread-safe.
 */
final class TileScratch {
  private final OutputFile file;
  private final List<List<Stored>> levels = new ArrayList<>();
  private byte[] copy = new byte[0];

  /** A compressed tile: where it lies, and its bytes. */
  record Stored(long position, int size) {}

  /** Keeps tiles in a file, which never gets its name. */
  TileScratch(OutputFile file, int levelCount) {
    this.file = file;
    for (int i = 0; i < levelCount; i++) {
      levels.add(new ArrayList<>());
    }
  }

  /** Adds the next tile of a level. */
  void add(int level, byte[] bytes, int count) throws IOException {
    levels.get(level).add(new Stored(file.length(), count));
    file.write(bytes, 0, count);
  }

  /** The tiles of a level, row by row. */
  List<Stored> tiles(int level) {
    return levels.get(level);
  }

  /** The bytes of a tile; the array may be longer, and is used again. */
  byte[] bytes(Stored tile) throws IOException {
    if (copy.length < tile.size()) {
      copy = new byte[tile.size()];
    }
    file.read(tile.position(), copy, tile.size());
    return copy;
  }
}
