package org.coverscape.engine.imagery.web;

import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.coverscape.engine.imagery.bytes.ByteSource;
import org.coverscape.engine.web.WebClient;

/**
 * The way to imagery on the web: one for all of a program, with one bounded cache. Thread-safe; the
 * sources it opens are not.
 */
public final class WebImagery implements AutoCloseable {
  private static final long LEAST_BYTES = 24L << 20;
  private static final long MOST_BYTES = 96L << 20;

  /** Files whose length and tag are remembered. */
  private static final int MOST_FILES = 256;

  private final WebClient client;
  private final PieceCache cache;
  private final Flights flights = new Flights();
  private final LinkedHashMap<URI, WebFile> files = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * A cache of an eighth of the program's memory, 24 MB at least.
   *
   * @param client stays the caller's
   */
  public WebImagery(WebClient client) {
    this(client, Math.max(LEAST_BYTES, Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / 8)));
  }

  /**
   * The same with a cache of one's own size.
   *
   * @param cacheBytes bytes kept of all files together
   */
  public WebImagery(WebClient client, long cacheBytes) {
    this.client = client;
    cache = new PieceCache(cacheBytes);
  }

  /** The bytes of a file; the host is asked when they are first read. */
  public ByteSource open(URI uri) {
    return new WebBytes(file(uri));
  }

  private synchronized WebFile file(URI uri) {
    WebFile known = files.get(uri);
    if (known != null && !known.isChanged()) {
      return known;
    }
    WebFile file = new WebFile(uri, client, cache, flights);
    files.put(uri, file);
    forgetOldest();
    return file;
  }

  private void forgetOldest() {
    Iterator<Map.Entry<URI, WebFile>> oldest = files.entrySet().iterator();
    for (int over = files.size() - MOST_FILES; over > 0 && oldest.hasNext(); ) {
      WebFile file = oldest.next().getValue();
      if (!file.isRead()) {
        oldest.remove();
        cache.drop(file);
        over--;
      }
    }
  }

  /** Bytes that are kept now. */
  long cachedBytes() {
    return cache.bytes();
  }

  /** Ends the fetches that are under way. */
  @Override
  public void close() {
    flights.close();
  }
}
