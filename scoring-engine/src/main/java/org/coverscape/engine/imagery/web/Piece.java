package org.coverscape.engine.imagery.web;

/** Bytes of a file that were fetched together. Never changed; compared by identity. */
final class Piece {
  private final Object file;
  private final long position;
  private final byte[] bytes;

  /**
   * A piece.
   *
   * @param file whose bytes they are
   */
  Piece(Object file, long position, byte[] bytes) {
    this.file = file;
    this.position = position;
    this.bytes = bytes;
  }

  Object file() {
    return file;
  }

  long position() {
    return position;
  }

  long end() {
    return position + bytes.length;
  }

  int size() {
    return bytes.length;
  }

  boolean holds(long at) {
    return at >= position && at < end();
  }

  /** Copies bytes from a position in the file on, as many as there are; returns how many. */
  int copy(long from, byte[] target, int offset, int count) {
    int copied = (int) Math.min(count, end() - from);
    System.arraycopy(bytes, (int) (from - position), target, offset, copied);
    return copied;
  }
}
