package org.coverscape.map.tile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tiles of one source: those in memory, and the threads that load those that are wanted.
 *
 * <p>Closing does not interrupt the threads, because an interrupted read closes the file it reads
 * for everybody; each ends after the tile it is at.
 */
final class TileFetcher implements AutoCloseable {
  private final TileSource source;
  private final TileCache cache;
  private final TileQueue queue = new TileQueue(System::nanoTime);
  private final Runnable arrived;
  private final Consumer<String> fault;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final List<Thread> threads = new ArrayList<>();

  /**
   * Starts to work.
   *
   * @param arrived told on a worker thread after every tile
   * @param fault told on a worker thread, in one sentence, once per kind of fault
   */
  TileFetcher(
      TileSource source,
      String name,
      int threads,
      long cacheBytes,
      Runnable arrived,
      Consumer<String> fault) {
    this.source = source;
    this.cache = new TileCache(cacheBytes);
    this.arrived = arrived;
    this.fault = fault;
    for (int i = 0; i < threads; i++) {
      Thread thread = new Thread(this::work, "coverscape-tiles-" + name + "-" + i);
      thread.setDaemon(true);
      thread.start();
      this.threads.add(thread);
    }
  }

  /** Where the tiles come from. */
  TileSource source() {
    return source;
  }

  /** A tile, if it is in memory. */
  @Nullable TileImage image(TileAddress address) {
    return cache.get(address);
  }

  /** Whether the source has nothing there. */
  boolean isMissing(TileAddress address) {
    return queue.isMissing(address);
  }

  /** Whether nothing better is to be expected soon: the tile is here, missing or failed. */
  boolean isSettled(TileAddress address) {
    return cache.get(address) != null || queue.isMissing(address) || queue.isFailed(address);
  }

  /** Replaces what is to be loaded, the most urgent first; what is here is left out. */
  void want(List<TileAddress> addresses) {
    queue.want(addresses.stream().filter(address -> cache.get(address) == null).toList());
  }

  /** No more tiles are loaded; those in memory stay. */
  @Override
  public void close() {
    queue.close();
  }

  private void work() {
    try {
      for (TileAddress next = queue.take(); next != null; next = queue.take()) {
        load(next);
        arrived.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void load(TileAddress address) throws InterruptedException {
    try {
      Optional<TilePixels> pixels = source.load(address);
      if (pixels.isPresent()) {
        cache.put(address, new TileImage(pixels.get()));
        queue.found(address);
      } else {
        queue.missing(address);
      }
    } catch (IOException e) {
      queue.failed(address);
      String message = e.getMessage();
      tell(e, message == null ? "The map picture cannot be loaded." : message);
    } catch (RuntimeException e) {
      queue.failed(address);
      tell(e, "Part of the map picture cannot be drawn (" + e + ").");
    }
  }

  private void tell(Exception kind, String sentence) {
    if (told.add(kind.getClass().getName())) {
      fault.accept(sentence);
    }
  }
}
