package org.coverscape.engine.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.coverscape.engine.imagery.RasterReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open files that wait to be read again, a bounded number; those that waited longest are closed
 * first. A reader serves one thread at a time, so a file may be open more than once. Thread-safe.
 */
final class ReaderPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderPool.class);

  /** A file that can be opened; equal only to itself. */
  interface Source {
    /** Opens it once more. */
    RasterReader open() throws IOException;
  }

  // not a record: two readers of a file are two entries
  private static final class Idle {
    private final Source source;
    private final RasterReader reader;

    Idle(Source source, RasterReader reader) {
      this.source = source;
      this.reader = reader;
    }
  }

  private final int capacity;
  private final Set<Idle> idle = new LinkedHashSet<>();
  private boolean closed;

  /** Keeps that many files open. */
  ReaderPool(int capacity) {
    this.capacity = capacity;
  }

  /** A reader of a file for the calling thread alone, until it is {@link #giveBack given back}. */
  RasterReader take(Source source) throws IOException {
    Optional<RasterReader> waiting = waiting(source);
    return waiting.isPresent() ? waiting.get() : source.open();
  }

  private synchronized Optional<RasterReader> waiting(Source source) {
    for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
      Idle entry = all.next();
      if (entry.source.equals(source)) {
        all.remove();
        return Optional.of(entry.reader);
      }
    }
    return Optional.empty();
  }

  /** Takes a reader back for later. */
  void giveBack(Source source, RasterReader reader) {
    List<RasterReader> surplus = new ArrayList<>();
    synchronized (this) {
      idle.add(new Idle(source, reader));
      Iterator<Idle> oldest = idle.iterator();
      while (oldest.hasNext() && (closed || idle.size() > capacity)) {
        surplus.add(oldest.next().reader);
        oldest.remove();
      }
    }
    surplus.forEach(ReaderPool::close);
  }

  /** Closes the waiting readers of a file. */
  void forget(Source source) {
    Optional<RasterReader> reader = waiting(source);
    while (reader.isPresent()) {
      close(reader.get());
      reader = waiting(source);
    }
  }

  /** A file that was only read loses nothing when closing it fails. */
  private static void close(RasterReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      LOG.debug("An image did not close.", e);
    }
  }

  /** Closes the waiting readers, and those in use as soon as they are given back. */
  @Override
  public void close() {
    List<RasterReader> surplus = new ArrayList<>();
    synchronized (this) {
      closed = true;
      idle.forEach(entry -> surplus.add(entry.reader));
      idle.clear();
    }
    surplus.forEach(ReaderPool::close);
  }
}
