package org.coverscape.engine.imagery.bytes;

/**
 * Some of the bytes of a file.
 *
 * @param position of the first, 0 or more
 * @param count how many, 0 or more
 */
public record ByteRange(long position, long count) {
  /** Checks that it is one. */
  public ByteRange {
    if (position < 0 || count < 0 || position > Long.MAX_VALUE - count) {
      throw new IllegalArgumentException(count + " bytes from " + position);
    }
  }

  /** Position behind the last. */
  public long end() {
    return position + count;
  }
}
