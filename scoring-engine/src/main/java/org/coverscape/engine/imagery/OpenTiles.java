package org.coverscape.engine.imagery;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The images that are open now, a few at a time; opened when they are first asked for. Not
 * thread-safe.
 */
final class OpenTiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenTiles.class);

  /** Files open at once. */
  private static final int MOST_OPEN = 8;

  /** Bytes of unpacked pixels kept: one row of blocks of a swath, of images as fine as 0.3 m. */
  private static final long MOST_BYTES = 40L << 20;

  private final RasterReader.Opener opener;
  private final UnitCache cache = new UnitCache(MOST_BYTES);
  private final LinkedHashMap<PlacedTile, TileSource> open = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<PlacedTile, String> faults = new HashMap<>();

  /** No image is open yet. */
  OpenTiles(RasterReader.Opener opener) {
    this.opener = opener;
  }

  /** The pixels of an image; opening it may close the one that was not used for longest. */
  TileSource source(PlacedTile tile) {
    TileSource source = open.get(tile);
    if (source == null) {
      if (open.size() >= MOST_OPEN) {
        close(open.keySet().iterator().next());
      }
      source = new TileSource(tile.tile(), opener, cache);
      open.put(tile, source);
    }
    return source;
  }

  /** What was wrong with an image that could not be read, in one sentence. */
  String fault(PlacedTile tile) {
    TileSource source = open.get(tile);
    Optional<String> now = source == null ? Optional.empty() : source.fault();
    return now.or(() -> Optional.ofNullable(faults.get(tile))).orElse("It cannot be read.");
  }

  /** Closes the images that are not needed any more. */
  void closeUnless(Predicate<PlacedTile> needed) {
    List.copyOf(open.keySet()).stream().filter(needed.negate()).forEach(this::close);
  }

  /** A file that was only read loses nothing when closing it fails. */
  private void close(PlacedTile tile) {
    TileSource source = open.remove(tile);
    if (source == null) {
      return;
    }
    source.fault().ifPresent(fault -> faults.put(tile, fault));
    try {
      source.close();
    } catch (IOException e) {
      LOG.debug("An image did not close.", e);
    }
  }

  @Override
  public void close() {
    closeUnless(tile -> false);
  }
}
