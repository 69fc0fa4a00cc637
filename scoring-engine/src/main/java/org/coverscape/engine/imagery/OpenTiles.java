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

  /**
   * How much is kept open.
   *
   * @param files files open at once
   * @param bytes bytes of unpacked pixels
   * @param inOrder whether images are read from one end to the other, so that what was passed is
   *     let go at once
   */
  record Limits(int files, long bytes, boolean inOrder) {
    /** One row of blocks of a swath, of images as fine as 0.3 m. */
    static final Limits IN_ORDER = new Limits(8, 40L << 20, true);

    /** About one image of 1 m, but no more than a fifth of what the program may use. */
    static Limits anyOrder() {
      return new Limits(32, Math.min(200L << 20, Runtime.getRuntime().maxMemory() / 5), false);
    }
  }

  private final RasterReader.Opener opener;
  private final Limits limits;
  private final UnitCache cache;
  private final LinkedHashMap<PlacedTile, TileSource> open = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<PlacedTile, String> faults = new HashMap<>();

  /** No image is open yet. */
  OpenTiles(RasterReader.Opener opener, Limits limits) {
    this.opener = opener;
    this.limits = limits;
    cache = new UnitCache(limits.bytes());
  }

  /** The pixels of an image; opening it may close the one that was not used for longest. */
  TileSource source(PlacedTile tile) {
    TileSource source = open.get(tile);
    if (source == null) {
      if (open.size() >= limits.files()) {
        close(open.keySet().iterator().next());
      }
      source = new TileSource(tile.tile(), opener, cache);
      open.put(tile, source);
    }
    return source;
  }

  /** Whether an image is open, and stored in strips. */
  boolean isStriped(PlacedTile tile) {
    TileSource source = open.get(tile);
    return source != null && source.isStriped();
  }

  /** What was wrong with an image that could not be read, in one sentence. */
  String fault(PlacedTile tile) {
    TileSource source = open.get(tile);
    Optional<String> now = source == null ? Optional.empty() : source.fault();
    return now.or(() -> Optional.ofNullable(faults.get(tile))).orElse("It cannot be read.");
  }

  /** Lets go of an image's pixels that were passed, where images are read in order. */
  void release(PlacedTile tile, int endY, int endX) {
    if (limits.inOrder()) {
      source(tile).release(endY, endX);
    }
  }

  /** Closes the images that are not needed any more, where images are read in order. */
  void closeUnless(Predicate<PlacedTile> needed) {
    if (limits.inOrder()) {
      closeAllBut(needed);
    }
  }

  private void closeAllBut(Predicate<PlacedTile> needed) {
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
    closeAllBut(tile -> false);
  }
}
