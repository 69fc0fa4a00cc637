package org.coverscape.engine.imagery.jpeg;

/**
 * Goes through a stream from marker to marker (ITU-T T.81, B.1.1). Whatever stands between them and
 * belongs to none is damage.
 */
final class Segments {
  private final byte[] stored;
  private final int length;
  private int at;
  private int end;

  /** Begins behind the start of an image. */
  Segments(byte[] stored, int length) throws JpegException {
    if (length < 2
        || length > stored.length
        || (stored[0] & 255) != 0xFF
        || (stored[1] & 255) != Marker.START) {
      throw new JpegException("no JPEG stream");
    }
    this.stored = stored;
    this.length = length;
    end = 2;
  }

  /** Goes behind the next marker, and to what its segment holds where it has one. */
  int next() throws JpegException {
    at = end;
    if (byteAt(at) != 0xFF) {
      throw new JpegException("bytes between two segments");
    }
    while (byteAt(at) == 0xFF) {
      at++;
    }
    int marker = byteAt(at++);
    end = at;
    if (marker == Marker.END || Marker.isRestart(marker)) {
      return marker;
    }
    if (marker <= 1 || marker == Marker.START) {
      throw new JpegException("a marker out of its place");
    }
    end = at + int16(at);
    at += 2;
    if (end < at || end > length) {
      throw new JpegException("a segment that ends behind the stream");
    }
    return marker;
  }

  /** Goes behind the marker of a restart, which must be at an index but for fillers. */
  int restart(int index, int number) throws JpegException {
    int next = index;
    while (byteAt(next) == 0xFF && byteAt(next + 1) == 0xFF) {
      next++;
    }
    if (byteAt(next) != 0xFF || byteAt(next + 1) != Marker.FIRST_RESTART + number) {
      throw new JpegException("a restart that is missing");
    }
    return next + 2;
  }

  /** What reads the bits behind the segment. */
  EntropyReader entropy() {
    return new EntropyReader(stored, end, length);
  }

  /** Goes on at an index, where a marker must be. */
  void resume(int index) {
    end = index;
  }

  /** Index of the next byte of the segment. */
  int position() {
    return at;
  }

  /** Bytes of the segment that were not yet taken. */
  int left() {
    return end - at;
  }

  /** The next byte of the segment. */
  int take() throws JpegException {
    if (at >= end) {
      throw new JpegException("a segment that is too short");
    }
    return stored[at++] & 255;
  }

  /** The next number of two bytes. */
  int take16() throws JpegException {
    return take() << 8 | take();
  }

  /** Leaves bytes of the segment out. */
  void skip(int count) throws JpegException {
    if (count > left()) {
      throw new JpegException("a segment that is too short");
    }
    at += count;
  }

  private int int16(int index) throws JpegException {
    return byteAt(index) << 8 | byteAt(index + 1);
  }

  private int byteAt(int index) throws JpegException {
    if (index >= length) {
      throw new JpegException("a stream that ends early");
    }
    return stored[index] & 255;
  }
}
