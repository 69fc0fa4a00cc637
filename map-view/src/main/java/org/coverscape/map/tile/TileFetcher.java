package org.coverscape.map.tile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of one source: those in memory, and the threads that load those that are wanted.
 *
 * <p>Closing does not interrupt the threads, because an interrupted read closes the file it reads
 * for everybody; each ends after the tile it is at.
 */
final class TileFetcher implements AutoCloseable {
  private final TileSource source;
  private final String name;
  private final int threads;
  private final TileCache cache;
  private final TileQueue queue = new TileQueue(System::nanoTime);
  private final Runnable arrived;
  private final TileFaults faults;
  private boolean started;

  /**
   * Starts to work when something is wanted for the first time.
   *
   * @param arrived told on a worker thread after every tile
   * @param faults told on a worker thread what goes wrong
   */
  TileFetcher(
      TileSource source,
      String name,
      int threads,
      long cacheBytes,
      Runnable arrived,
      TileFaults faults) {
    this.source = source;
    this.name = name;
    this.threads = threads;
    this.cache = new TileCache(cacheBytes);
    this.arrived = arrived;
    this.faults = faults;
  }

  /** Where the tiles come from. */
  TileSource source() {
    return source;
  }

  /** A tile, if it is in memory; it may be of an older edition. */
  @Nullable TileImage image(TileAddress address) {
    return cache.get(address);
  }

  /** Whether the source had nothing there when it was last asked. */
  boolean isMissing(TileAddress address) {
    return queue.isMissing(address);
  }

  /** Whether nothing better is to be expected soon: the tile is here, missing or failed. */
  boolean isSettled(TileAddress address) {
    return isHere(address) || queue.isGivenUp(address);
  }

  /**
   * Has everything loaded again when it is next wanted, also what is missing or failed; tiles in
   * memory stay until the new ones come.
   */
  void renew() {
    queue.renew();
  }

  /**
   * Replaces what is to be loaded, the most urgent first; what is here is left out. JavaFX thread.
   */
  void want(List<TileAddress> addresses) {
    if (!started) {
      started = true;
      start();
    }
    queue.want(addresses.stream().filter(address -> !isHere(address)).toList());
  }

  /** Allows fewer bytes of tiles from now on. */
  void limit(long bytes) {
    cache.limit(bytes);
  }

  /** No more tiles are loaded; those in memory stay. */
  @Override
  public void close() {
    queue.close();
  }

  private boolean isHere(TileAddress address) {
    TileImage image = cache.get(address);
    return image != null && image.edition() == queue.edition();
  }

  private void start() {
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(this::work, "coverscape-tiles-" + name + "-" + i);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void work() {
    try {
      for (TileAddress next = queue.take(); next != null; next = queue.take()) {
        attempt(next);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whatever happens, the thread goes on: one tile must not end the layer. */
  private void attempt(TileAddress address) throws InterruptedException {
    try {
      load(address);
      arrived.run();
    } catch (OutOfMemoryError e) {
      cache.clear();
      giveUp(address, e);
    } catch (RuntimeException | Error e) {
      giveUp(address, e);
    }
  }

  private void giveUp(TileAddress address, Throwable fault) {
    queue.failed(address);
    faults.tell(fault);
    arrived.run();
  }

  private void load(TileAddress address) throws InterruptedException {
    int edition = queue.editionOf(address);
    try {
      Optional<TilePixels> pixels = source.load(address);
      if (pixels.isPresent()) {
        cache.put(address, new TileImage(pixels.get(), edition));
        queue.found(address);
      } else {
        cache.remove(address);
        queue.missing(address);
      }
    } catch (IOException e) {
      queue.failed(address);
      faults.tell(e);
    }
  }
}
