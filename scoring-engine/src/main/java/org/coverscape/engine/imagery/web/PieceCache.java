package org.coverscape.engine.imagery.web;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Pieces of files, up to a number of bytes for all files together. What was read already goes
 * first, the longest unused before the others; what was fetched ahead and not read yet goes last.
 * Thread-safe.
 */
final class PieceCache {
  private final long capacity;
  private final Map<Object, TreeMap<Long, Piece>> files = new HashMap<>();
  private final Map<Piece, Piece> used = new LinkedHashMap<>(64, 0.75f, true);
  private final Map<Piece, Piece> ahead = new LinkedHashMap<>();
  private long bytes;
  private long bytesAhead;

  /** An empty cache. */
  PieceCache(long capacity) {
    this.capacity = capacity;
  }

  long capacity() {
    return capacity;
  }

  /** Bytes that were fetched ahead and not read yet. */
  synchronized long bytesAhead() {
    return bytesAhead;
  }

  /** All bytes that are kept. */
  synchronized long bytes() {
    return bytes;
  }

  /** The piece that holds a position, which counts as read from now on. */
  synchronized Optional<Piece> read(Object file, long position) {
    Optional<Piece> piece = find(file, position);
    piece.ifPresent(this::touch);
    return piece;
  }

  private Optional<Piece> find(Object file, long position) {
    TreeMap<Long, Piece> pieces = files.get(file);
    return Optional.ofNullable(pieces == null ? null : pieces.floorEntry(position))
        .map(Map.Entry::getValue)
        .filter(piece -> piece.holds(position));
  }

  private void touch(Piece piece) {
    if (ahead.remove(piece) != null) {
      bytesAhead -= piece.size();
      used.put(piece, piece);
    } else {
      used.get(piece);
    }
  }

  /** Where the bytes that are kept from a position on end; the position itself where none are. */
  synchronized long coveredUntil(Object file, long position) {
    long at = position;
    for (Optional<Piece> p = find(file, at); p.isPresent(); p = find(file, at)) {
      at = p.get().end();
    }
    return at;
  }

  /** Where the next piece behind a position begins; the largest number where there is none. */
  synchronized long nextFrom(Object file, long position) {
    TreeMap<Long, Piece> pieces = files.get(file);
    Long next = pieces == null ? null : pieces.higherKey(position);
    return next == null ? Long.MAX_VALUE : next;
  }

  /**
   * Keeps a piece, in place of one that begins at the same position, and lets go of others until it
   * fits.
   *
   * @param isAhead whether nobody has read it yet
   */
  synchronized void put(Piece piece, boolean isAhead) {
    if (piece.size() == 0 || piece.size() > capacity) {
      return;
    }
    Piece before =
        files.computeIfAbsent(piece.file(), f -> new TreeMap<>()).put(piece.position(), piece);
    if (before != null) {
      forget(before);
    }
    bytes += piece.size();
    if (isAhead) {
      ahead.put(piece, piece);
      bytesAhead += piece.size();
    } else {
      used.put(piece, piece);
    }
    shrink(used, piece);
    shrink(ahead, piece);
  }

  private void shrink(Map<Piece, Piece> pieces, Piece except) {
    Iterator<Piece> oldest = List.copyOf(bytes > capacity ? pieces.keySet() : List.of()).iterator();
    while (bytes > capacity && oldest.hasNext()) {
      Piece piece = oldest.next();
      if (piece != except) {
        remove(piece);
      }
    }
  }

  private void remove(Piece piece) {
    TreeMap<Long, Piece> pieces = files.get(piece.file());
    if (pieces != null) {
      pieces.remove(piece.position(), piece);
      if (pieces.isEmpty()) {
        files.remove(piece.file());
      }
    }
    forget(piece);
  }

  private void forget(Piece piece) {
    bytes -= piece.size();
    used.remove(piece);
    if (ahead.remove(piece) != null) {
      bytesAhead -= piece.size();
    }
  }

  /** What was fetched ahead of a file is not going to be read any more. */
  synchronized void giveUp(Object file) {
    for (Piece piece : List.copyOf(ahead.keySet())) {
      if (piece.file() == file) {
        touch(piece);
      }
    }
  }

  /** Lets go of all of a file. */
  synchronized void drop(Object file) {
    TreeMap<Long, Piece> pieces = files.remove(file);
    if (pieces != null) {
      pieces.values().forEach(this::forget);
    }
  }
}
