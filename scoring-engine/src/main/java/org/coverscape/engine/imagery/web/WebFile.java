package org.coverscape.engine.imagery.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import org.coverscape.engine.imagery.bytes.ByteRange;
import org.coverscape.engine.imagery.bytes.SourceException;
import org.coverscape.engine.web.RangeAnswer;
import org.coverscape.engine.web.RangeRequest;
import org.coverscape.engine.web.WebClient;
import org.coverscape.engine.web.WebException;
import org.coverscape.engine.web.WebFacts;
import org.jspecify.annotations.Nullable;

/**
 * One file on the web, shared by all who read it. Thread-safe.
 *
 * <p>Its length and tag come with the first bytes. When a later answer is of another file, all
 * further reads fail: pixels of two files must not end up in one image.
 */
final class WebFile {
  /** The first request: the header of a cloud-optimised image of a few hundred blocks. */
  private static final int FIRST = 1 << 14;

  /** Further ones, while the header is read: that of a few thousand blocks. */
  private static final int HEADER = 1 << 16;

  /** Reads of so few bytes are parts of headers. */
  private static final int SMALL = 1 << 10;

  /** A fetch that is under way; the key tells it from a later one of the same bytes. */
  private record Flight(Object key, ByteRange range, Future<Piece> piece) {
    long end() {
      return range.end();
    }
  }

  private final URI uri;
  private final WebClient client;
  private final PieceCache cache;
  private final Flights flights;
  private final ReentrantLock opening = new ReentrantLock();
  private final TreeMap<Long, Flight> flying = new TreeMap<>();
  private volatile Optional<WebFacts> facts = Optional.empty();
  private volatile @Nullable WebException changed;
  private volatile boolean told;
  private int readers;

  WebFile(URI uri, WebClient client, PieceCache cache, Flights flights) {
    this.uri = uri;
    this.client = client;
    this.cache = cache;
    this.flights = flights;
  }

  /** One more reads it. */
  synchronized void enter() {
    readers++;
  }

  /** One reads it no more; after the last one nothing is fetched any more. */
  void leave() {
    List<Flight> open;
    synchronized (this) {
      readers--;
      open = readers > 0 ? List.of() : List.copyOf(flying.values());
    }
    for (Flight flight : open) {
      flight.piece().cancel(true);
      over(flight.key(), flight.range());
    }
    if (!isRead()) {
      cache.giveUp(this);
    }
  }

  synchronized boolean isRead() {
    return readers > 0;
  }

  /** Whether it is another file by now, so that whoever opens it needs a new one of these. */
  boolean isChanged() {
    return changed != null;
  }

  /** What the host says of it. */
  WebFacts facts() throws IOException {
    Optional<WebFacts> known = facts;
    if (known.isPresent()) {
      return known.get();
    }
    try {
      // no monitor: whoever waits while another asks can be interrupted
      opening.lockInterruptibly();
    } catch (InterruptedException e) {
      throw stopped(e);
    }
    try {
      if (facts.isEmpty()) {
        RangeAnswer answer = range(new RangeRequest(uri, 0, FIRST, Optional.empty()));
        facts = Optional.of(answer.facts());
        cache.put(new Piece(this, answer.from(), answer.bytes()), false);
      }
      return facts.get();
    } finally {
      opening.unlock();
    }
  }

  /**
   * Reads bytes, waiting for those that are under way.
   *
   * @throws EOFException when the file ends before the last of them
   */
  void read(long position, byte[] target, int offset, int count) throws IOException {
    if (count > facts().length() - position) {
      throw new EOFException();
    }
    int done = 0;
    while (done < count) {
      Piece piece = piece(position + done, count - done);
      done += piece.copy(position + done, target, offset + done, count - done);
    }
  }

  private Piece piece(long at, int count) throws IOException {
    Optional<Piece> piece = cache.read(this, at);
    if (piece.isEmpty()) {
      Flight flight = flight(at);
      piece = flight == null ? Optional.empty() : await(flight, at);
    }
    if (piece.isEmpty()) {
      // it may have landed meanwhile
      piece = cache.read(this, at);
    }
    return piece.isPresent() ? piece.get() : fetch(at, count);
  }

  private synchronized @Nullable Flight flight(long at) {
    Map.Entry<Long, Flight> entry = flying.floorEntry(at);
    return entry != null && at < entry.getValue().end() ? entry.getValue() : null;
  }

  private Optional<Piece> await(Flight flight, long at) throws IOException {
    try {
      Piece piece = flight.piece().get();
      cache.read(this, at);
      return piece.holds(at) ? Optional.of(piece) : Optional.empty();
    } catch (CancellationException e) {
      return Optional.empty(); // whoever expected it has gone
    } catch (InterruptedException e) {
      throw stopped(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException fault
          ? new SourceException(String.valueOf(fault.getMessage()), fault)
          : SourceException.passing("It cannot be fetched; try again.", e);
    }
  }

  private static SourceException stopped(InterruptedException e) {
    Thread.currentThread().interrupt();
    return SourceException.passing("Reading was stopped; start it again.", e);
  }

  /** Fetches what nobody expected: exactly that, or a little more where a header is read. */
  private Piece fetch(long at, int count) throws IOException {
    long wanted = told ? (count < SMALL ? FIRST : count) : Math.max(count, HEADER);
    long end = Math.min(at + wanted, facts().length());
    int fetched = (int) (Math.max(at + count, Math.min(end, nextFrom(at))) - at);
    RangeAnswer answer = range(new RangeRequest(uri, at, fetched, facts));
    Piece piece = new Piece(this, answer.from(), answer.bytes());
    if (!piece.holds(at)) {
      throw new EOFException();
    }
    cache.put(piece, false);
    return piece;
  }

  private long nextFrom(long at) {
    long kept = cache.nextFrom(this, at);
    synchronized (this) {
      Long coming = flying.higherKey(at);
      return coming == null ? kept : Math.min(kept, coming);
    }
  }

  private RangeAnswer range(RangeRequest request) throws IOException {
    WebException before = changed;
    if (before != null) {
      throw new SourceException(before.sentence(), before);
    }
    try {
      return client.range(request);
    } catch (InterruptedException e) {
      throw stopped(e);
    } catch (WebException e) {
      if (e.kind() == WebException.Kind.CHANGED) {
        changed = e;
        cache.drop(this);
      }
      boolean passing = e.kind().isPassing() || e.kind() == WebException.Kind.STOPPED;
      throw passing
          ? SourceException.passing(e.sentence(), e)
          : new SourceException(e.sentence(), e);
    }
  }

  /**
   * Begins to fetch what is going to be read, in this order, as far as there is room for it; does
   * not wait for any of it. What fails is told when it is read.
   */
  void expect(List<ByteRange> ranges) throws IOException {
    long length = facts().length();
    told = true;
    List<ByteRange> missing = new ArrayList<>();
    for (ByteRange range : ranges) {
      addMissing(range.position(), Math.min(range.end(), length), missing);
    }
    for (ByteRange range : Ranges.toFetch(missing, cache.capacity() / 2)) {
      boolean room = cache.bytesAhead() + flights.bytes() + range.count() <= cache.capacity() / 2;
      if (!room || !begin(range)) {
        return;
      }
    }
  }

  private void addMissing(long from, long end, List<ByteRange> missing) {
    long at = from;
    while (at < end) {
      Flight flight = flight(at);
      long covered = flight == null ? cache.coveredUntil(this, at) : flight.end();
      if (covered > at) {
        at = covered;
      } else {
        long next = Math.min(end, nextFrom(at));
        missing.add(new ByteRange(at, next - at));
        at = next;
      }
    }
  }

  /** The fetch waits for this lock before it says that it is over, and so is known until then. */
  private synchronized boolean begin(ByteRange range) {
    Object key = new Object();
    Optional<Future<Piece>> begun = flights.begin(range.count(), () -> land(key, range));
    begun.ifPresent(piece -> flying.put(range.position(), new Flight(key, range, piece)));
    return begun.isPresent();
  }

  private Piece land(Object key, ByteRange range) throws IOException {
    try {
      RangeAnswer answer =
          range(new RangeRequest(uri, range.position(), (int) range.count(), facts));
      Piece piece = new Piece(this, answer.from(), answer.bytes());
      cache.put(piece, isRead());
      return piece;
    } finally {
      over(key, range);
    }
  }

  /** Once for each fetch, whether it came to its end or was given up before it began. */
  private synchronized void over(Object key, ByteRange range) {
    Flight flight = flying.get(range.position());
    if (flight != null && flight.key() == key) {
      flying.remove(range.position());
      flights.ended(range.count());
    }
  }
}
